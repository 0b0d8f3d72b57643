#define _GNU_SOURCE 1
#include "include/CNcurses.h"
#include "parts.h"

#include <string.h>

bool cn_takes_clipboard(void) { return cn_has_string("Ms"); }

void cn_send_to_clipboard(const char *base64) {
  cn_write_all("\033]52;c;", 7);
  cn_write_all(base64, strlen(base64));
  cn_write_all("\a", 1);
}
