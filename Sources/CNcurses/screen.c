#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE 1
#include <curses.h>

#include "CNcurses.h"
#include "state.h"
#include "parts.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen = NULL;
static FILE *input_file = NULL;
static FILE *output_file = NULL;
static int input_descriptor = -1;
static bool has_terminal = false;
static bool has_alternate = false;
static bool mouse_is_on = false;

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

static void set_modes(void) {
  cbreak();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  if (!has_terminal) return;
  struct termios modes;
  if (tcgetattr(input_descriptor, &modes) == 0) {
    // Ctrl-S saves and Ctrl-Z, Ctrl-V and Ctrl-O are keys. Ctrl-C and Ctrl-\ are read as such too, and
    // end the program where they are pressed: in a paste they are text.
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
    modes.c_lflag &= ~(tcflag_t)IEXTEN;
    modes.c_cc[VSUSP] = _POSIX_VDISABLE;
    modes.c_cc[VINTR] = _POSIX_VDISABLE;
    modes.c_cc[VQUIT] = _POSIX_VDISABLE;
    tcsetattr(input_descriptor, TCSADRAIN, &modes);
  }
  def_prog_mode();
}

/// Writes a control sequence of our own; curses has nothing waiting between updates.
static void send(const char *sequence) {
  if (!has_terminal) return;
  cn_write_all(sequence, strlen(sequence));
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
  cn_define_keys();
  start_colours();
  // A frame is never broken off because a key waits.
  typeahead(-1);
  cn_open_frame_file();
  cn_take_size();
  send("\033[?2004h");
  // Terminals without an alternate screen have no such mode, and the Linux console prints the request.
  if (has_alternate) cn_ask_for_synchronised_output(input_descriptor);
  return CN_OPENED;
}

int cn_open_headless(const char *kind, int columns, int rows) {
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
  screen = newterm(kind, output_file, input_file);
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

void cn_pair_content(int pair, int *foreground, int *background) {
  *foreground = *background = -1;
  if (pair > 0) extended_pair_content(pair, foreground, background);
}

// Drawing

/// Takes case text off a terminal that would keep it when it is cleared.
static void wipe_if_needed(void) {
  if (has_terminal && !has_alternate) cn_write_all(cn_wipe, cn_wipe_length);
}

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

void cn_update(int row, int column) {
  if (screen == NULL) return;
  if (has_terminal) cn_collect_frame(fileno(output_file));
  wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
  fflush(output_file);
  if (has_terminal) cn_send_frame(fileno(output_file));
}

static void send_mouse(bool wanted) {
  send(wanted ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
}

void cn_set_mouse(bool wanted) {
  if (screen == NULL || wanted == mouse_is_on) return;
  mouse_is_on = wanted;
  send_mouse(wanted);
}

void cn_forget_screen(void) {
  if (screen == NULL) return;
  wipe_if_needed();
  clearok(curscr, TRUE);
}

// Size

void cn_size(int *columns, int *rows) {
  *columns = screen != NULL ? getmaxx(stdscr) : 0;
  *rows = screen != NULL ? getmaxy(stdscr) : 0;
}

void cn_resize(int columns, int rows) {
  if (screen == NULL) return;
  wipe_if_needed();
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

void cn_pause(void) {
  if (screen == NULL || !cn_is_on) return;
  cn_drop_late_answer();
  wipe_if_needed();
  if (mouse_is_on) send_mouse(false);
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
  if (mouse_is_on) send_mouse(true);
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
  cn_close_frame_file();
  if (!silent) {
    fclose(input_file);
    fclose(output_file);
  }
  input_descriptor = -1;
  has_terminal = false;
  mouse_is_on = false;
}
