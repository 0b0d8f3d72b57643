#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE 1
#include <curses.h>

#include "CNcurses.h"
#include "state.h"
#include "terminfo.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

enum { paste_begin = 0x7001, paste_end = 0x7002 };

static SCREEN *screen = NULL;
static FILE *input_file = NULL;
static FILE *output_file = NULL;
static int input_descriptor = -1;
static bool has_terminal = false;
static bool has_alternate = false;
/// Where a frame is collected; -1 where the system has no such files, and then pieces are written.
static int frame_file = -1;

// Opening

static int find_terminal(int *input, int *output) {
  if (!isatty(STDOUT_FILENO)) return CN_NO_OUTPUT_TERMINAL;
  *output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  *input = isatty(STDIN_FILENO) ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                                : open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (*output < 0) {
    if (*input >= 0) close(*input);
    return CN_NO_OUTPUT_TERMINAL;
  }
  if (*input < 0) {
    close(*output);
    return CN_NO_INPUT_TERMINAL;
  }
  return CN_OPENED;
}

static int check_terminal(int output) {
  bool can_move = false;
  if (!cn_terminfo(output, &can_move, &has_alternate)) return CN_UNKNOWN_TERMINAL;
  return can_move ? CN_OPENED : CN_NO_CURSOR_MOVES;
}

static void define_unless_known(const char *sequence, int code) {
  if (key_defined(sequence) == 0) define_key(sequence, code);
}

static void define_keys(void) {
  define_key("\033[200~", paste_begin);
  define_key("\033[201~", paste_end);
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

static void set_modes(void) {
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  if (!has_terminal) return;
  struct termios modes;
  if (tcgetattr(input_descriptor, &modes) == 0) {
    // Ctrl-S saves and Ctrl-Z, Ctrl-V and Ctrl-O are keys; Ctrl-C stays a signal.
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
    modes.c_lflag &= ~(tcflag_t)IEXTEN;
    modes.c_cc[VSUSP] = _POSIX_VDISABLE;
    tcsetattr(input_descriptor, TCSADRAIN, &modes);
  }
  def_prog_mode();
}

static void write_all(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write((int)cn_output, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd output = {.fd = (int)cn_output, .events = POLLOUT};
      poll(&output, 1, -1);
    } else if (errno != EINTR) {
      return;
    }
  }
}

/// Writes a control sequence of our own; curses has nothing waiting between updates.
static void send(const char *sequence) {
  if (!has_terminal) return;
  write_all(sequence, strlen(sequence));
}

static void start_colours(void) {
  if (!has_colors()) return;
  start_color();
  use_default_colors();
}

int cn_open(void) {
  int input = -1;
  int output = -1;
  int status = find_terminal(&input, &output);
  if (status != CN_OPENED) return status;
  status = check_terminal(output);
  if (status == CN_OPENED && tcgetattr(input, &cn_saved_modes) == 0) cn_has_saved_modes = 1;
  if (status == CN_OPENED) {
    input_file = fdopen(input, "r");
    output_file = fdopen(output, "w");
    // The window's size, never that of the environment. Alone, use_env(FALSE) leaves terminals whose
    // entry gives no size (linux) without any.
    use_env(FALSE);
    use_tioctl(TRUE);
    if (getenv("ESCDELAY") == NULL) set_escdelay(25);
    // Set before newterm: what it sends from here on has to be taken back by a crash.
    input_descriptor = input;
    has_terminal = true;
    cn_must_wipe = !has_alternate;
    cn_output = fcntl(output, F_DUPFD_CLOEXEC, 3);
    cn_is_on = 1;
    screen = input_file != NULL && output_file != NULL ? newterm(NULL, output_file, input_file) : NULL;
    if (screen == NULL) {
      cn_is_on = 0;
      close((int)cn_output);
      cn_output = -1;
      status = CN_UNKNOWN_TERMINAL;
    }
  }
  if (status != CN_OPENED) {
    close(input);
    close(output);
    has_terminal = false;
    return status;
  }
  set_modes();
  define_keys();
  start_colours();
  // A frame is never broken off because a key waits.
  typeahead(-1);
  frame_file = memfd_create("frame", MFD_CLOEXEC);
  cn_take_size();
  send("\033[?2004h");
  return CN_OPENED;
}

int cn_open_headless(int columns, int rows) {
  char number[16];
  snprintf(number, sizeof number, "%d", columns);
  setenv("COLUMNS", number, 1);
  snprintf(number, sizeof number, "%d", rows);
  setenv("LINES", number, 1);
  use_env(TRUE);
  input_file = fopen("/dev/null", "r");
  output_file = fopen("/dev/null", "w");
  if (input_file == NULL || output_file == NULL) return CN_NO_OUTPUT_TERMINAL;
  has_terminal = false;
  has_alternate = true;
  input_descriptor = -1;
  screen = newterm("xterm-256color", output_file, input_file);
  unsetenv("COLUMNS");
  unsetenv("LINES");
  if (screen == NULL) return CN_UNKNOWN_TERMINAL;
  set_modes();
  start_colours();
  return CN_OPENED;
}

int cn_input(void) { return input_descriptor; }

bool cn_line_is_gone(void) {
  struct pollfd line = {.fd = input_descriptor, .events = POLLIN};
  return poll(&line, 1, 0) > 0 && (line.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

bool cn_has_alternate_screen(void) { return has_alternate; }

// Colours

int cn_colours(void) { return screen != NULL && has_colors() ? COLORS : 0; }

int cn_pairs(void) { return screen != NULL && has_colors() ? COLOR_PAIRS : 0; }

bool cn_define_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

// Drawing

static attr_t curses_attributes(int attributes) {
  attr_t found = WA_NORMAL;
  if (attributes & CN_BOLD) found |= WA_BOLD;
  if (attributes & CN_UNDERLINE) found |= WA_UNDERLINE;
  if (attributes & CN_REVERSE) found |= WA_REVERSE;
  if (attributes & CN_DIM) found |= WA_DIM;
  return found;
}

void cn_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair) {
  if (screen == NULL) return;
  wattr_set(stdscr, curses_attributes(attributes), (short)0, &pair);
  // In the last cell of the screen this reports an error and has written the cell all the same.
  mvwaddnwstr(stdscr, row, column, (const wchar_t *)scalars, count);
}

int cn_read(int row, int column, uint32_t *scalars, int *attributes, int *pair) {
  cchar_t cell;
  if (screen == NULL || mvwin_wch(stdscr, row, column, &cell) != OK) return 0;
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t found = 0;
  short short_pair = 0;
  int long_pair = 0;
  if (getcchar(&cell, text, &found, &short_pair, &long_pair) != OK) return 0;
  int count = 0;
  while (count < CCHARW_MAX && text[count] != 0) {
    scalars[count] = (uint32_t)text[count];
    count++;
  }
  *attributes = (found & WA_BOLD ? CN_BOLD : 0) | (found & WA_UNDERLINE ? CN_UNDERLINE : 0) |
                (found & WA_REVERSE ? CN_REVERSE : 0) | (found & WA_DIM ? CN_DIM : 0);
  *pair = long_pair;
  return count;
}

// Curses writes in pieces, one for each character that is not ASCII. While it updates the screen its
// descriptor is a file in memory, and then the frame goes to the terminal whole.

static void collect_frame(void) {
  if (frame_file < 0) return;
  lseek(frame_file, 0, SEEK_SET);
  dup3(frame_file, fileno(output_file), O_CLOEXEC);
}

static void send_frame(void) {
  if (frame_file < 0) return;
  fflush(output_file);
  dup3((int)cn_output, fileno(output_file), O_CLOEXEC);
  off_t end = lseek(frame_file, 0, SEEK_CUR);
  static char bytes[64 * 1024];
  for (off_t start = 0; start < end;) {
    size_t wanted = (size_t)(end - start) < sizeof bytes ? (size_t)(end - start) : sizeof bytes;
    ssize_t count = pread(frame_file, bytes, wanted, start);
    if (count <= 0) return;
    write_all(bytes, (size_t)count);
    start += count;
  }
}

void cn_update(int row, int column) {
  if (screen == NULL) return;
  collect_frame();
  wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
  send_frame();
}

void cn_forget_screen(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}

// Size

void cn_size(int *columns, int *rows) {
  *columns = screen != NULL ? getmaxx(stdscr) : 0;
  *rows = screen != NULL ? getmaxy(stdscr) : 0;
}

void cn_resize(int columns, int rows) {
  if (screen == NULL) return;
  resizeterm(rows, columns);
  // The terminal may have moved or folded what it showed.
  clearok(curscr, TRUE);
}

bool cn_take_size(void) {
  struct winsize size = {0};
  if (!has_terminal || ioctl(fileno(output_file), TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_col == 0 || size.ws_row == 0) return false;
  int columns;
  int rows;
  cn_size(&columns, &rows);
  if (columns == size.ws_col && rows == size.ws_row) return false;
  cn_resize(size.ws_col, size.ws_row);
  return true;
}

// Leaving and coming back

static void wipe_if_needed(void) {
  if (has_alternate) return;
  werase(stdscr);
  clearok(curscr, TRUE);
  wmove(stdscr, 0, 0);
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_pause(void) {
  if (screen == NULL || !cn_is_on) return;
  wipe_if_needed();
  send("\033[?2004l");
  curs_set(1);
  endwin();
  if (cn_has_saved_modes) tcsetattr(input_descriptor, TCSADRAIN, &cn_saved_modes);
  cn_is_on = 0;
}

void cn_resume(void) {
  if (screen == NULL) return;
  cn_is_on = has_terminal;
  reset_prog_mode();
  clearok(curscr, TRUE);
  cn_take_size();
  send("\033[?2004h");
}

void cn_close(bool silent) {
  if (screen == NULL) return;
  if (!silent && has_terminal) cn_pause();
  if (!silent && !has_terminal) endwin();
  if (!silent) delscreen(screen);
  screen = NULL;
  cn_is_on = 0;
  if (cn_output >= 0) close((int)cn_output);
  cn_output = -1;
  if (frame_file >= 0) close(frame_file);
  frame_file = -1;
  if (!silent) {
    fclose(input_file);
    fclose(output_file);
  }
  input_descriptor = -1;
  has_terminal = false;
}

// Keys

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
  if (screen == NULL) return CN_KEY_NONE;
  while (true) {
    int code = wgetch(stdscr);
    if (code == ERR) return CN_KEY_NONE;
    if (code > 0xFF) {
      missing = 0;
      *value = named_key(code);
      return CN_KEY_NAMED;
    }
    if (take_byte((uint32_t)code, value)) return CN_KEY_CHARACTER;
  }
}
