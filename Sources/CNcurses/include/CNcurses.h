/// The wide-character curses calls with plain C types, the signals, and the crash handler.
///
/// Every function is prefixed, so that a Swift method named `move` or `clear` never hides it. Except for
/// `cn_width` and `cn_wake` all calls belong to the thread that opened the screen.
#ifndef WAYMARK_CNCURSES_H
#define WAYMARK_CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

// Text (width.c)

/// Columns the scalar takes, by the C library's table for UTF-8: 0, 1 or 2, and -1 where it has none.
///
/// The answer is the same in every locale, safe from any thread, and remembered.
int cn_width(uint32_t scalar);

/// Takes the locale of the environment; `C.UTF-8` where it names a UTF-8 locale this machine lacks.
///
/// Returns whether text may be written in UTF-8.
bool cn_set_locale(void);

/// Takes `C.UTF-8`, for tests. Returns whether that locale is there.
bool cn_set_locale_utf8(void);

// Signals and waiting (signals.c)

/// Bits of what `cn_wait` found.
enum {
  CN_WAIT_INPUT = 1,
  CN_WAIT_SIGNAL = 2,
  CN_WAIT_WAKE = 4,
  CN_WAIT_HANG_UP = 8,
};

/// Makes the pipes and sets the handlers; idempotent. Returns false when there are no file descriptors.
bool cn_catch_signals(void);

/// Gives the signals back to whoever had them.
void cn_release_signals(void);

/// Waits for input, a signal or a wake byte; `timeout` in milliseconds, -1 for ever.
int cn_wait(int input, int timeout);

/// The next signal that arrived; 0 when there is none.
int cn_next_signal(void);

/// Wakes `cn_wait`; from any thread.
void cn_wake(void);

/// Stops the program as Ctrl-Z does. Returns true after it was continued, false when nobody could do so.
bool cn_stop_self(void);

/// While another program has the terminal its Ctrl-C and Ctrl-Z are not ours.
void cn_set_lent(bool lent);

// The crash handler (crash.c)

/// Lets the process leave no core file, nor its memory to others of the same account.
void cn_forbid_cores(void);

/// Sets the handler for the signals of a fault: it gives the terminal back and writes the sentence.
///
/// With `debug` the former handler runs afterwards, so that a backtrace shows the true frame.
void cn_catch_crashes(const char *sentence, bool debug);

// The screen (screen.c)

/// What `cn_open` and `cn_open_headless` return.
enum {
  CN_OPENED = 0,
  CN_NO_OUTPUT_TERMINAL = 1,
  CN_NO_INPUT_TERMINAL = 2,
  CN_UNKNOWN_TERMINAL = 3,
  CN_NO_CURSOR_MOVES = 4,
};

/// Opens the screen on the terminal of this process.
int cn_open(void);

/// Opens a screen that shows nothing, for tests, as on a terminal of this kind.
int cn_open_headless(const char *kind, int columns, int rows);

/// The descriptor keys come from; -1 without a terminal.
int cn_input(void);

/// Whether nobody is at the other end of the terminal any more.
bool cn_line_is_gone(void);

/// Whether the terminal keeps the screen of programs apart from what was there before.
bool cn_has_alternate_screen(void);

/// Colours the terminal has: 0, 8, 16, 256 or more.
int cn_colours(void);

/// Colour pairs there may be.
int cn_pairs(void);

/// Defines a colour pair; colours are terminal indexes, -1 for the terminal's own.
bool cn_define_pair(int pair, int foreground, int background);

/// What a pair was defined as, for tests: terminal indexes, -1 for the terminal's own.
void cn_pair_content(int pair, int *foreground, int *background);

/// Bits of `attributes` in `cn_put` and `cn_read`.
enum { CN_BOLD = 1, CN_UNDERLINE = 2, CN_REVERSE = 4, CN_DIM = 8 };

/// Writes scalars from a cell on: spacing ones, each followed by the marks that combine with it.
void cn_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair);

/// Reads a cell back. Returns the number of scalars, at most 5.
int cn_read(int row, int column, uint32_t *scalars, int *attributes, int *pair);

/// Sends what changed, and leaves the cursor at the cell, visible.
void cn_update(int row, int column);

/// Asks the terminal to tell of clicks and the wheel, or to stop. Written only where it changes.
void cn_set_mouse(bool wanted);

/// Whether the terminal's entry says that it takes text for the clipboard.
bool cn_takes_clipboard(void);

/// Sends text for the clipboard (OSC 52), in base 64.
void cn_send_to_clipboard(const char *base64);

/// Makes the next update write every cell.
void cn_forget_screen(void);

/// Rows and columns as the screen has them.
void cn_size(int *columns, int *rows);

/// Asks the terminal for its size and takes it. Returns whether it differs.
bool cn_take_size(void);

/// Takes a size, for tests.
void cn_resize(int columns, int rows);

/// Gives the terminal back for a while; clears first where there is no alternate screen.
void cn_pause(void);

/// Takes the terminal again after `cn_pause` or after the program was stopped from outside.
void cn_resume(void);

/// Gives the terminal back for good; idempotent. With `silent` nothing is written: the line is gone.
void cn_close(bool silent);

/// Kinds of `cn_next_key`.
enum { CN_KEY_NONE = 0, CN_KEY_CHARACTER = 1, CN_KEY_NAMED = 2 };

/// Values of a named key; `CN_F1` and the numbers after it are the function keys.
enum {
  CN_UP = 1, CN_DOWN, CN_LEFT, CN_RIGHT, CN_PAGE_UP, CN_PAGE_DOWN, CN_HOME, CN_END, CN_BACK_TAB,
  CN_ENTER, CN_BACKSPACE, CN_DELETE, CN_INSERT, CN_PASTE_BEGIN, CN_PASTE_END, CN_OTHER,
  CN_MOUSE, CN_OLD_MOUSE,
  CN_F1 = 101,
};

/// Takes the next key that is there; never waits, but for the rest of an escape sequence.
int cn_next_key(uint32_t *value);

#endif
