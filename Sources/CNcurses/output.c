#define _GNU_SOURCE 1
#include "parts.h"
#include "state.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

/// Where a frame is collected; -1 where the system has no such files, and then pieces are written.
static int frame_file = -1;

void cn_open_frame_file(void) { frame_file = memfd_create("frame", MFD_CLOEXEC); }

void cn_close_frame_file(void) {
  if (frame_file >= 0) close(frame_file);
  frame_file = -1;
}

void cn_write_all(const char *bytes, size_t count) {
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

// Curses writes in pieces, one for each character that is not ASCII. While it updates the screen its
// descriptor is a file in memory, and then the frame goes to the terminal whole.

void cn_collect_frame(int descriptor) {
  if (frame_file < 0) return;
  lseek(frame_file, 0, SEEK_SET);
  dup3(frame_file, descriptor, O_CLOEXEC);
}

void cn_send_frame(int descriptor) {
  if (frame_file < 0) return;
  dup3((int)cn_output, descriptor, O_CLOEXEC);
  off_t end = lseek(frame_file, 0, SEEK_CUR);
  bool is_whole = end > 0 && cn_is_synchronised();
  if (is_whole) cn_write_all("\033[?2026h", 8);
  static char bytes[64 * 1024];
  for (off_t start = 0; start < end;) {
    size_t wanted = (size_t)(end - start) < sizeof bytes ? (size_t)(end - start) : sizeof bytes;
    ssize_t count = pread(frame_file, bytes, wanted, start);
    if (count <= 0) break;
    cn_write_all(bytes, (size_t)count);
    start += count;
  }
  if (is_whole) cn_write_all("\033[?2026l", 8);
}
