#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE 1
#include <curses.h>

#include "CNcurses.h"
#include "parts.h"

enum { paste_begin = 0x7001, paste_end = 0x7002, mouse = 0x7003, old_mouse = 0x7004 };

static void define_unless_known(const char *sequence, int code) {
  if (key_defined(sequence) == 0) define_key(sequence, code);
}

/// Takes a report of the mouse for ourselves; a key that the entry gives this sequence stays.
static void define_mouse(const char *sequence, int code) {
  int known = key_defined(sequence);
  if (known == 0 || known == KEY_MOUSE) define_key(sequence, code);
}

void cn_define_keys(void) {
  define_key("\033[200~", paste_begin);
  define_key("\033[201~", paste_end);
  define_mouse("\033[<", mouse);
  define_mouse("\033[M", old_mouse);
  // What usual terminals send even where the entry of their TERM (vt100) does not say so.
  define_unless_known("\033[Z", KEY_BTAB);
  define_unless_known("\033[5~", KEY_PPAGE);
  define_unless_known("\033[6~", KEY_NPAGE);
  define_unless_known("\033[3~", KEY_DC);
  define_unless_known("\033[2~", KEY_IC);
  const char *home[] = {"\033[H", "\033OH", "\033[1~", "\033[7~"};
  const char *end[] = {"\033[F", "\033OF", "\033[4~", "\033[8~"};
  for (int i = 0; i < 4; i++) {
    define_unless_known(home[i], KEY_HOME);
    define_unless_known(end[i], KEY_END);
  }
  const char *finals = "ABCD";
  const int arrows[] = {KEY_UP, KEY_DOWN, KEY_RIGHT, KEY_LEFT};
  for (int i = 0; i < 4; i++) {
    char sequence[4] = {'\033', '[', finals[i], '\0'};
    define_unless_known(sequence, arrows[i]);
    sequence[1] = 'O';
    define_unless_known(sequence, arrows[i]);
  }
}

static uint32_t named_key(int code) {
  switch (code) {
    case KEY_UP: return CN_UP;
    case KEY_DOWN: return CN_DOWN;
    case KEY_LEFT: return CN_LEFT;
    case KEY_RIGHT: return CN_RIGHT;
    case KEY_PPAGE: case KEY_A3: return CN_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return CN_PAGE_DOWN;
    case KEY_HOME: case KEY_A1: case KEY_FIND: return CN_HOME;
    case KEY_END: case KEY_C1: case KEY_SELECT: return CN_END;
    case KEY_BTAB: return CN_BACK_TAB;
    case KEY_ENTER: return CN_ENTER;
    case KEY_BACKSPACE: return CN_BACKSPACE;
    case KEY_DC: return CN_DELETE;
    case KEY_IC: return CN_INSERT;
    case paste_begin: return CN_PASTE_BEGIN;
    case paste_end: return CN_PASTE_END;
    case mouse: return CN_MOUSE;
    case old_mouse: return CN_OLD_MOUSE;
    default:
      if (code >= KEY_F(1) && code <= KEY_F(24)) return CN_F1 + (uint32_t)(code - KEY_F(1));
      return CN_OTHER;
  }
}

// Bytes are put together here and not by wget_wch, which on a byte that is no UTF-8 swallows the keys
// after it.
static uint32_t partial = 0;
static int missing = 0;

/// Takes a byte. Returns whether a scalar is complete; bytes that fit nowhere are dropped.
static bool take_byte(uint32_t byte, uint32_t *scalar) {
  if (missing > 0 && (byte & 0xC0) == 0x80) {
    partial = partial << 6 | (byte & 0x3F);
    missing--;
    *scalar = partial;
    return missing == 0;
  }
  missing = byte >= 0xF8 ? 0 : byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : 0;
  partial = missing == 3 ? byte & 0x07 : missing == 2 ? byte & 0x0F : byte & 0x1F;
  *scalar = byte;
  return byte < 0x80;
}

int cn_next_key(uint32_t *value) {
  if (stdscr == NULL) return CN_KEY_NONE;
  while (true) {
    int code = cn_next_code();
    if (code == ERR) return CN_KEY_NONE;
    if (code > 0xFF) {
      missing = 0;
      *value = named_key(code);
      return CN_KEY_NAMED;
    }
    if (take_byte((uint32_t)code, value)) return CN_KEY_CHARACTER;
  }
}
