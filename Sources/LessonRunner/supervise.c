#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// How long a run that was stopped may take to say where it was.
static const double last_words_seconds = 5;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// Waits until `child` has ended or the moment has come; answers whether it has ended.
static int wait_until(double moment, pid_t child, int *status, struct rusage *usage) {
  sigset_t child_signal;
  sigemptyset(&child_signal);
  sigaddset(&child_signal, SIGCHLD);
  for (;;) {
    if (wait4(child, status, WNOHANG, usage) == child) return 1;
    double rest = moment - now();
    if (rest <= 0) return 0;
    struct timespec time = {(time_t)rest, (long)((rest - (time_t)rest) * 1e9)};
    sigtimedwait(&child_signal, NULL, &time);
  }
}

static pid_t first_child(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/task/%d/children", getpid());
  FILE *list = fopen(path, "re");
  int child = 0;
  if (list) {
    if (fscanf(list, "%d", &child) != 1) child = 0;
    fclose(list);
  }
  return child;
}

// Ends whatever the run has started and left behind; answers how many processes still ran.
//
// They are our children now, being orphans. The backtracer has ended by itself and only waits to be counted.
static long end_orphans(pid_t group) {
  long count = 0;
  for (pid_t orphan; (orphan = first_child()) > 0;) {
    if (waitpid(orphan, NULL, WNOHANG | __WALL) == orphan) continue;
    count++;
    kill(orphan, SIGKILL);
    while (waitpid(orphan, NULL, __WALL) < 0 && errno == EINTR) {}
  }
  kill(-group, SIGKILL);
  return count;
}

static int finish(pid_t child, int status, const struct rusage *usage) {
  long orphans = end_orphans(child);
  if (orphans > 0) report("orphans", orphans);
  report("memory-kb", usage->ru_maxrss);
  if (WIFSIGNALED(status)) report("signal", WTERMSIG(status));
  if (WIFEXITED(status)) report("exited", WEXITSTATUS(status));
  return 0;
}

// Signals that the caller blocks or ignores would not reach the run either.
static void accept_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  for (int number = 1; number < NSIG; number++) {
    struct sigaction action;
    if (sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN) signal(number, SIG_DFL);
  }
  sigprocmask(SIG_SETMASK, &none, NULL);
}

int supervise(const struct confinement *confinement, int (*body)(void *), void *context) {
  accept_signals();
  sigset_t child_signal;
  sigemptyset(&child_signal);
  sigaddset(&child_signal, SIGCHLD);
  sigprocmask(SIG_BLOCK, &child_signal, NULL);
  prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    setpgid(0, 0);
    sigprocmask(SIG_UNBLOCK, &child_signal, NULL);
    _exit(body(context));
  }
  setpgid(child, child);
  int status = 0;
  struct rusage usage = {0};
  if (!wait_until(now() + confinement->seconds, child, &status, &usage)) {
    report("time", 0);
    kill(child, SIGQUIT);
    if (!wait_until(now() + last_words_seconds, child, &status, &usage)) {
      kill(-child, SIGKILL);
      wait4(child, &status, 0, &usage);
    }
  }
  return finish(child, status, &usage);
}
