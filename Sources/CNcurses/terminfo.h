#ifndef WAYMARK_CN_TERMINFO_H
#define WAYMARK_CN_TERMINFO_H

#include <stdbool.h>

/// What the entry of this TERM can do. Returns false when there is no entry, or it is no terminal's.
bool cn_terminfo(int output, bool *can_move, bool *has_alternate);

#endif
