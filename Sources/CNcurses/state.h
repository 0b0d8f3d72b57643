/// What the screen, the signals and the crash handler share. All of it is plain data that a signal
/// handler may read.
#ifndef WAYMARK_CN_STATE_H
#define WAYMARK_CN_STATE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// Where the screen is shown; -1 when there is none.
extern volatile sig_atomic_t cn_output;
/// Whether the terminal is in our modes just now.
extern volatile sig_atomic_t cn_is_on;
/// The terminal's modes before we came, and whether they are known.
extern struct termios cn_saved_modes;
extern volatile sig_atomic_t cn_has_saved_modes;
/// Whether leaving must wipe the screen, because the terminal has no alternate one.
extern volatile sig_atomic_t cn_must_wipe;
/// What wipes it, leaving nothing in a scrollback.
extern const char cn_wipe[];
extern const size_t cn_wipe_length;

#endif
