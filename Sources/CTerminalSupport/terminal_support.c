#include "terminal_support.h"
#include <langinfo.h>
#include <stdint.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

static struct termios settings_before;
static volatile sig_atomic_t is_guarded;
static int guarded_descriptor = -1;
static char restore_bytes[256];
static int restore_length;

static void give_terminal_back(int signal_number) {
  if (is_guarded) {
    is_guarded = 0;
    if (write(guarded_descriptor, restore_bytes, (size_t)restore_length) < 0) { /* nothing is left to do about it */
    }
    tcsetattr(guarded_descriptor, TCSANOW, &settings_before);
  }
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

void terminal_guard_begin(int descriptor) {
  static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGQUIT};
  guarded_descriptor = descriptor;
  tcgetattr(descriptor, &settings_before);
  stack_t stack = {.ss_sp = malloc(65536), .ss_size = 65536};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = give_terminal_back,
                             .sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESETHAND};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) sigaction(fatal[i], &action, NULL);
  is_guarded = 1;
}

void terminal_guard_set_restore(const char *bytes, int length) {
  if (length > 255) length = 255;
  memcpy(restore_bytes, bytes, (size_t)length);
  restore_length = length;
}

void terminal_guard_end(void) { is_guarded = 0; }

int terminal_signals_open(void) {
  static const int reported[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT};
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < sizeof reported / sizeof *reported; i++) sigaddset(&set, reported[i]);
  sigprocmask(SIG_BLOCK, &set, NULL);
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int terminal_signals_next(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : -1;
}

int terminal_wake_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void terminal_wake(int descriptor) {
  const uint64_t one = 1;
  if (write(descriptor, &one, sizeof one) < 0) { /* full: it is readable already */
  }
}

void terminal_wake_clear(int descriptor) {
  uint64_t count;
  if (read(descriptor, &count, sizeof count) < 0) { /* nothing was waiting */
  }
}

void terminal_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    *rows = size.ws_row;
    *columns = size.ws_col;
  }
}

int terminal_wait(int first, int second, int third, int milliseconds) {
  struct pollfd descriptors[3] = {{.fd = first, .events = POLLIN},
                                  {.fd = second, .events = POLLIN},
                                  {.fd = third, .events = POLLIN}};
  if (poll(descriptors, 3, milliseconds) <= 0) return 0;
  int ready = 0;
  for (int i = 0; i < 3; i++) {
    if (descriptors[i].revents & POLLIN) ready |= 1 << i;
    if (descriptors[i].revents & (POLLHUP | POLLERR)) ready |= 8 << i;
  }
  return ready;
}

int terminal_is_utf8(void) {
  if (!setlocale(LC_ALL, "")) return 0;
  const char *codeset = nl_langinfo(CODESET);
  return strcmp(codeset, "UTF-8") == 0;
}
