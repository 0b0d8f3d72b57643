#define _GNU_SOURCE 1
#include "CNcurses.h"
#include "state.h"

#include <fcntl.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

volatile sig_atomic_t cn_output = -1;
volatile sig_atomic_t cn_is_on = 0;
struct termios cn_saved_modes;
volatile sig_atomic_t cn_has_saved_modes = 0;
volatile sig_atomic_t cn_must_wipe = 0;

static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { fault_count = sizeof faults / sizeof *faults };
static struct sigaction former[fault_count];
static char sentence[512];
static size_t sentence_length = 0;
// Where the sentence goes while no screen is up: standard error as it was, which may be silenced later.
static int errors = STDERR_FILENO;
static bool is_debug = false;
static char stack[64 * 1024];
static volatile sig_atomic_t has_crashed = 0;

// Ends synchronised output, mouse reports, paste mode, keypad mode and the alternate screen, and shows
// the cursor. Terminals ignore the private modes they do not know.
static const char restore[] =
    "\033[?2026l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l\033[?1l\033>"
    "\033[0m\033[?1049l\033[?25h\r";

// Row by row and not with one clear: tmux, PuTTY and others keep what a clear takes away in their
// scrollback. The cursor stops at the last row, so more rows than there are do no harm.
#define ROW "\033[2K\033[B"
#define TEN_ROWS ROW ROW ROW ROW ROW ROW ROW ROW ROW ROW
#define HUNDRED_ROWS                                                                         \
  TEN_ROWS TEN_ROWS TEN_ROWS TEN_ROWS TEN_ROWS TEN_ROWS TEN_ROWS TEN_ROWS TEN_ROWS TEN_ROWS
const char cn_wipe[] = "\033[0m\033[H" HUNDRED_ROWS HUNDRED_ROWS HUNDRED_ROWS "\033[H";
const size_t cn_wipe_length = sizeof cn_wipe - 1;

static void put(const char *bytes, size_t count) {
  ssize_t written = write((int)cn_output, bytes, count);
  (void)written;
}

static void crashed(int number) {
  if (!has_crashed) {
    has_crashed = 1;
    if (cn_is_on && cn_output >= 0) {
      if (cn_must_wipe) put(cn_wipe, cn_wipe_length);
      put(restore, sizeof restore - 1);
      if (cn_has_saved_modes) tcsetattr((int)cn_output, TCSANOW, &cn_saved_modes);
      cn_is_on = 0;
    }
    int former_output = (int)cn_output;
    if (former_output < 0) cn_output = errors;
    put(sentence, sentence_length);
    cn_output = former_output;
  }
  if (is_debug) {
    for (int i = 0; i < fault_count; i++) {
      if (faults[i] == number) sigaction(number, &former[i], NULL);
    }
    // A fault recurs on return; a signal that was sent has to be sent again.
    if (number == SIGABRT) raise(number);
    return;
  }
  struct sigaction action = {0};
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
  raise(number);
}

void cn_forbid_cores(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  // A collector to which the system pipes cores does not ask for the limit.
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void cn_catch_crashes(const char *words, bool debug) {
  sentence_length = strnlen(words, sizeof sentence - 3);
  memcpy(sentence, words, sentence_length);
  memcpy(sentence + sentence_length, "\r\n", 2);
  sentence_length += 2;
  is_debug = debug;
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (copy >= 0) errors = copy;
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack, .ss_flags = 0};
  sigaltstack(&alternate, NULL);
  for (int i = 0; i < fault_count; i++) {
    struct sigaction action = {0};
    action.sa_handler = crashed;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(faults[i], &action, &former[i]);
  }
}
