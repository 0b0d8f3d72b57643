#define _GNU_SOURCE 1
#include "CNcurses.h"
#include "state.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { signal_limit = 65 };
static const int caught[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGWINCH, SIGCONT, SIGTSTP};
static const int ignored[] = {SIGPIPE, SIGXFSZ};
enum { caught_count = sizeof caught / sizeof *caught };
enum { ignored_count = sizeof ignored / sizeof *ignored };

static struct sigaction former[signal_limit];
static int signal_pipe[2] = {-1, -1};
static int wake_pipe[2] = {-1, -1};
static bool are_caught = false;
static volatile sig_atomic_t continued = 0;

static void note(int number) {
  int saved = errno;
  if (number == SIGCONT) continued = 1;
  unsigned char byte = (unsigned char)number;
  // A full pipe means that the loop has plenty to read already.
  ssize_t written = write(signal_pipe[1], &byte, 1);
  (void)written;
  errno = saved;
}

static void set_handler(int number, void (*handler)(int), struct sigaction *old) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, old);
}

bool cn_catch_signals(void) {
  if (are_caught) return true;
  if (signal_pipe[0] < 0 && pipe2(signal_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  for (int i = 0; i < caught_count; i++) {
    set_handler(caught[i], note, &former[caught[i]]);
    // What nohup and the like had ignored stays ignored: a lost line shows on the terminal itself.
    bool may_stay_ignored = caught[i] == SIGHUP || caught[i] == SIGINT || caught[i] == SIGQUIT;
    if (may_stay_ignored && former[caught[i]].sa_handler == SIG_IGN) {
      sigaction(caught[i], &former[caught[i]], NULL);
    }
  }
  for (int i = 0; i < ignored_count; i++) set_handler(ignored[i], SIG_IGN, &former[ignored[i]]);
  // A parent that had blocked them hands that on, and then nothing could end the program.
  sigset_t ours;
  sigemptyset(&ours);
  for (int i = 0; i < caught_count; i++) sigaddset(&ours, caught[i]);
  pthread_sigmask(SIG_UNBLOCK, &ours, NULL);
  are_caught = true;
  return true;
}

void cn_release_signals(void) {
  if (!are_caught) return;
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &former[caught[i]], NULL);
  for (int i = 0; i < ignored_count; i++) sigaction(ignored[i], &former[ignored[i]], NULL);
  are_caught = false;
}

int cn_wait(int input, int timeout) {
  struct pollfd waiting[3] = {
      {.fd = input, .events = POLLIN},
      {.fd = signal_pipe[0], .events = POLLIN},
      {.fd = wake_pipe[0], .events = POLLIN},
  };
  int count;
  do {
    count = poll(waiting, 3, timeout);
    // A signal leaves its byte in the pipe, so the next round ends at once.
  } while (count < 0 && errno == EINTR);
  int found = 0;
  if (count <= 0) return found;
  if (waiting[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CN_WAIT_HANG_UP;
  if (waiting[0].revents & POLLIN) {
    // Readable with nothing to read is the end of the file.
    int available = 0;
    if (ioctl(input, FIONREAD, &available) == 0 && available == 0) {
      found |= CN_WAIT_HANG_UP;
    } else {
      found |= CN_WAIT_INPUT;
    }
  }
  if (waiting[1].revents & POLLIN) found |= CN_WAIT_SIGNAL;
  if (waiting[2].revents & POLLIN) {
    unsigned char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {}
    found |= CN_WAIT_WAKE;
  }
  return found;
}

int cn_next_signal(void) {
  unsigned char byte = 0;
  if (signal_pipe[0] < 0 || read(signal_pipe[0], &byte, 1) != 1) return 0;
  return byte;
}

void cn_wake(void) {
  if (wake_pipe[1] < 0) return;
  ssize_t written = write(wake_pipe[1], "", 1);
  (void)written;
}

bool cn_stop_self(void) {
  struct sigaction old;
  continued = 0;
  set_handler(SIGTSTP, SIG_DFL, &old);
  // The whole group, as the terminal would do it, so that a script that started us stops too. A
  // session leader's group is orphaned: the kernel discards the signal there, and no SIGCONT comes.
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &old, NULL);
  return continued != 0;
}

void cn_set_lent(bool lent) {
  set_handler(SIGTSTP, lent ? SIG_DFL : note, NULL);
  set_handler(SIGINT, lent ? SIG_IGN : note, NULL);
  set_handler(SIGQUIT, lent ? SIG_IGN : note, NULL);
}
