// Apart from screen.c, because <term.h> takes names such as `columns` and `lines` as macros.
#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE 1
#include <curses.h>
#include <term.h>

#include "parts.h"

bool cn_has_string(const char *name) {
  const char *value = tigetstr(name);
  return value != NULL && value != (char *)-1 && value[0] != '\0';
}

bool cn_terminfo(int output, bool *can_move, bool *has_alternate) {
  int error = 0;
  if (setupterm(NULL, output, &error) != OK) return false;
  *can_move = cn_has_string("cup");
  *has_alternate = cn_has_string("smcup");
  del_curterm(cur_term);
  return true;
}
