/// The wide-character curses calls with plain C types, and what Swift cannot import.
///
/// Every function is prefixed, so that a Swift method named `move` or `clear` never hides it.
#ifndef WAYMARK_CNCURSES_H
#define WAYMARK_CNCURSES_H

#include <stdint.h>

/// Columns the scalar takes, by the C library's table for UTF-8: 0, 1 or 2, and -1 where it has none.
///
/// The answer is the same in every locale, safe from any thread, and remembered.
int cn_width(uint32_t scalar);

#endif
