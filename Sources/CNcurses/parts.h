/// What the files of this target use of one another.
#ifndef WAYMARK_CN_PARTS_H
#define WAYMARK_CN_PARTS_H

#include <stdbool.h>
#include <stddef.h>

// terminfo.c

/// What the entry of this TERM can do. Returns false when there is no entry, or it is no terminal's.
bool cn_terminfo(int output, bool *can_move, bool *has_alternate);

/// Whether the entry of the terminal in use has a capability.
bool cn_has_string(const char *name);

// keys.c

/// Tells curses of the sequences it would not know: pastes, and keys that the entry leaves out.
void cn_define_keys(void);

// output.c

/// Makes and gives up the file in memory that frames are collected in.
void cn_open_frame_file(void);
void cn_close_frame_file(void);

/// Turns the descriptor that curses writes to into that file.
void cn_collect_frame(int descriptor);

/// Turns it back into the terminal, and writes what was collected.
void cn_send_frame(int descriptor);

/// Writes all bytes to the terminal, or gives up when the terminal is gone.
void cn_write_all(const char *bytes, size_t count);

// synchronised.c

/// Asks the terminal whether it can show a frame at once. The answer comes among the keys, or never.
void cn_ask_for_synchronised_output(int input);

/// What curses reads next, a byte or a key; the answer is taken out of it.
int cn_next_code(void);

/// Keeps an answer that is still on its way from whatever reads the terminal next.
void cn_drop_late_answer(void);

/// Whether frames are sent between the two sequences.
bool cn_is_synchronised(void);

#endif
