#define _GNU_SOURCE
#include "runner.h"

#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <ucontext.h>
#include <unistd.h>

// The Swift runtime installs handlers that print a backtrace. These stand before them: they save the output
// that is still in the buffer, say which limit was met, and then hand over.

static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
static const int stops[] = {SIGQUIT, SIGALRM, SIGXCPU, SIGXFSZ};
static struct sigaction earlier[NSIG];
static volatile sig_atomic_t is_handling;

// Not for a stream that another thread holds: waiting for it could last for ever.
static void flush_output(void) {
  if (ftrylockfile(stdout) != 0) return;
  fflush_unlocked(stdout);
  funlockfile(stdout);
}

static uintptr_t stack_pointer(void *context) {
  ucontext_t *state = context;
#if defined(__x86_64__)
  return (uintptr_t)state->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
  return (uintptr_t)state->uc_mcontext.sp;
#else
  return 0;
#endif
}

// A stack that overflows faults beside its own pointer.
static int is_stack_overflow(siginfo_t *info, void *context) {
  intptr_t distance = (intptr_t)((uintptr_t)info->si_addr - stack_pointer(context));
  return distance > -65536 && distance < 65536;
}

static void pass_on(int number, siginfo_t *info, void *context) {
  struct sigaction *action = &earlier[number];
  if (action->sa_flags & SA_SIGINFO) {
    if (action->sa_sigaction) action->sa_sigaction(number, info, context);
  } else if (action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN) {
    action->sa_handler(number);
  }
}

static void die_of(int number) {
  signal(number, SIG_DFL);
  raise(number);
}

static void on_fault(int number, siginfo_t *info, void *context) {
  if (is_handling++) return die_of(number);
  if (number == SIGSEGV && is_stack_overflow(info, context)) tell("stack", 0);
  flush_output();
  pass_on(number, info, context);
  die_of(number);
}

static void on_stop(int number, siginfo_t *info, void *context) {
  if (is_handling++) _exit(STOPPED_STATUS);
  // A run that is asked to stop was told so by its supervisor, who knows why.
  if (number != SIGQUIT) tell(number == SIGXFSZ ? "output" : number == SIGXCPU ? "cpu" : "time", 0);
  if (number != SIGXFSZ) flush_output();
  pass_on(SIGQUIT, info, context);
  _exit(STOPPED_STATUS);
}

static void install(const int *signals, size_t count, void (*handler)(int, siginfo_t *, void *)) {
  for (size_t i = 0; i < count; i++) {
    // Nothing is blocked meanwhile: the runtime's handler finds out by faults what memory it may read.
    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
    sigemptyset(&action.sa_mask);
    sigaction(signals[i], &action, &earlier[signals[i]]);
  }
}

void watch_faults(void) {
  install(faults, sizeof faults / sizeof faults[0], on_fault);
  install(stops, sizeof stops / sizeof stops[0], on_stop);
}

void limit_next_seconds(double seconds) {
  struct itimerval timer = {.it_value = {(time_t)seconds, (suseconds_t)((seconds - (time_t)seconds) * 1e6)}};
  setitimer(ITIMER_REAL, &timer, NULL);
}
