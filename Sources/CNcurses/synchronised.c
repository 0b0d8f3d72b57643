#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE 1
#include <curses.h>

#include "parts.h"

#include <poll.h>
#include <string.h>
#include <termios.h>
#include <time.h>

// Synchronised output: between CSI ? 2026 h and l a terminal draws nothing, so that a frame appears at
// once. One that knows the mode says so when it is asked (DECRQM); most others say nothing.

/// How long an answer that comes in pieces is put together, in milliseconds from the question; frames
/// and keys go on meanwhile. One that comes whole is known for ever.
enum { patience = 2000 };
/// How long its next byte may take.
enum { piece_patience = 150 };
/// How long leaving waits for it, counted from the question.
enum { parting_patience = 100 };

/// What curses gives for a whole answer: this, and the number of the setting.
enum { answer_code = 0x7010, settings = 5, setting_place = 8 };
static const char answer[] = "\033[?2026;0$y";
enum { answer_length = sizeof answer - 1 };

static bool is_waiting = false;
static bool is_synchronised = false;
static struct timespec asked;
static int asked_on = -1;

/// Bytes that began like an answer and did not go on so, and what came after them.
static unsigned char held[answer_length];
static int held_count = 0;
static int given = 0;
static bool has_next = false;
static int next = ERR;

static long since_asked(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (now.tv_sec - asked.tv_sec) * 1000 + (now.tv_nsec - asked.tv_nsec) / 1000000;
}

void cn_ask_for_synchronised_output(int input) {
  static const char question[] = "\033[?2026$p";
  for (int i = 0; i < settings; i++) {
    char whole[sizeof answer];
    memcpy(whole, answer, sizeof answer);
    whole[setting_place] = (char)('0' + i);
    define_key(whole, answer_code + i);
  }
  is_synchronised = false;
  is_waiting = true;
  asked_on = input;
  clock_gettime(CLOCK_MONOTONIC, &asked);
  cn_write_all(question, sizeof question - 1);
}

/// 1 and 2 are a mode that can be set and reset; 0 is none, 3 and 4 cannot be changed.
static void take_answer(int setting) {
  is_synchronised = setting == 1 || setting == 2;
  is_waiting = false;
}

static bool goes_on(int code) {
  if (held_count == setting_place) return code >= '0' && code < '0' + settings;
  return code == answer[held_count];
}

/// Curses gives up on a sequence after the time of Esc, and then its bytes come one by one.
static int next_piece(void) {
  int code = wgetch(stdscr);
  struct pollfd input = {.fd = asked_on, .events = POLLIN};
  if (code == ERR && poll(&input, 1, piece_patience) > 0) code = wgetch(stdscr);
  return code;
}

static int read_code(void) {
  while (true) {
    int code = wgetch(stdscr);
    if (code < answer_code || code >= answer_code + settings) return code;
    take_answer(code - answer_code);
  }
}

int cn_next_code(void) {
  if (given < held_count) return held[given++];
  if (has_next) {
    has_next = false;
    return next;
  }
  held_count = given = 0;
  if (is_waiting && since_asked() > patience) is_waiting = false;
  int code = read_code();
  if (!is_waiting) return code;
  while (goes_on(code)) {
    held[held_count++] = (unsigned char)code;
    if (held_count == answer_length) {
      take_answer(held[setting_place] - '0');
      held_count = 0;
      return read_code();
    }
    code = next_piece();
  }
  if (held_count == 0) return code;
  next = code;
  has_next = true;
  return held[given++];
}

void cn_drop_late_answer(void) {
  if (!is_waiting) return;
  is_waiting = false;
  long left = parting_patience - since_asked();
  struct pollfd input = {.fd = asked_on, .events = POLLIN};
  if (left > 0) poll(&input, 1, (int)left);
  if (since_asked() <= patience) tcflush(asked_on, TCIFLUSH);
}

bool cn_is_synchronised(void) { return is_synchronised; }
