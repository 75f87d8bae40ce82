#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <scratch.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// How long a run that was stopped may take to say where it was, and how often is looked at what it uses.
static const double last_words_seconds = 5, glance_seconds = 0.1;

// One run under supervision.
struct supervision {
  const struct confinement *confinement;
  struct channel channels[3];  // output, errors, record
  int control, signals, lifeline, listener;
  pid_t child;
  int is_stopping, is_ended, is_orphaned, has_begun;
  double deadline, next_glance;
  struct scratch_usage given;  // what the folder holds from the beginning
  int status;
  struct rusage usage;
};

// Where none of the descriptors that the tool and the child know are; those are closed then.
static int out_of_the_way(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, 32); }

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// Stops the run for the reason given: first so that it can say where it was, after a while for good.
static void stop(struct supervision *run, const char *reason, int signal) {
  if (run->is_stopping) return;
  run->is_stopping = 1;
  report(reason, 0);
  run->deadline = now() + last_words_seconds;
  // What is found once the run has ended is only reported: its number may be another's by now.
  if (!run->is_ended) kill(run->child, signal);
}

static void end(struct supervision *run) {
  kill(-run->child, SIGKILL);
  kill(run->child, SIGKILL);
}

// The tool is gone, or somebody wants us gone: nothing that the run says matters any more.
static void abandon(struct supervision *run) {
  run->is_orphaned = 1;
  end(run);
}

static void copy(struct supervision *run) {
  for (int i = 0; i < 3; i++) {
    struct channel *channel = &run->channels[i];
    if (channel->source < 0) continue;
    if (!copy_available(channel)) {
      close(channel->source);
      channel->source = -1;
    }
    if (channel->is_broken) stop(run, "unwritten", SIGKILL);
    // What comes after the end of the room is let go, so that the run is not held up on its way to its end.
    if (channel->is_full) stop(run, "output", SIGXFSZ);
  }
}

// Takes a message apart into its word, which it then ends, and its number.
static long number_of(char *message) {
  long number = 0;
  char *space = strchr(message, ' ');
  if (!space) return 0;
  *space = 0;
  for (const char *digit = space + 1; *digit >= '0' && *digit <= '9'; digit++)
    number = 10 * number + (*digit - '0');
  return number;
}

// What a program may say of itself once it has begun: which limit of its own it has met. Nothing of it makes a run
// that failed look like one that did not.
static int is_confession(const char *word) {
  static const char *words[] = {"stack", "cpu", "time", "output", "unloadable"};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (!strcmp(word, words[i])) return 1;
  return 0;
}

// How much the run has written.
static void answer_positions(struct supervision *run) {
  copy(run);
  uint64_t positions[2] = {run->channels[0].count, run->channels[1].count};
  send(run->control, positions, sizeof positions, MSG_DONTWAIT | MSG_NOSIGNAL);
}

static void take_listener(struct supervision *run, int number) {
  int listener = take_descriptor(run->child, number);
  if (listener >= 0) run->listener = out_of_the_way(listener);
  close(listener);
  answer_positions(run);
}

static void listen_to(struct supervision *run) {
  char message[65];
  ssize_t length = -1;
  while (run->control >= 0 && (length = recv(run->control, message, sizeof message - 1, MSG_DONTWAIT)) > 0) {
    message[length] = 0;
    long number = number_of(message);
    if (!strcmp(message, "positions")) {
      answer_positions(run);
    } else if (!run->has_begun) {
      // So far it is our own code that speaks.
      if (!strcmp(message, "begun")) run->has_begun = 1;
      else if (!strcmp(message, "listener")) take_listener(run, (int)number);
      else report(message, number);
    } else if (is_confession(message)) {
      report(message, number);
    }
  }
  if (length != 0) return;
  close(run->control);
  run->control = -1;
}

// Looks at what the run uses, which no limit of the kernel adds up.
static void glance(struct supervision *run) {
  const struct confinement *confinement = run->confinement;
  const uint64_t room = (uint64_t)confinement->scratch_mb << 20;
  struct scratch_usage most = {run->given.bytes + room, run->given.files + confinement->scratch_files};
  run->next_glance = now() + glance_seconds;
  if (count_family() > (long)confinement->processes) stop(run, "processes", SIGKILL);
  struct scratch_usage used = scratch_measure(confinement->folder, most);
  if (used.bytes > most.bytes || used.files > most.files) stop(run, "scratch", SIGQUIT);
}

static void read_signals(struct supervision *run) {
  struct signalfd_siginfo signal;
  while (read(run->signals, &signal, sizeof signal) == (ssize_t)sizeof signal) {
    if (signal.ssi_signo != SIGCHLD) abandon(run);
  }
  if (wait4(run->child, &run->status, WNOHANG, &run->usage) == run->child) run->is_ended = 1;
}

// Waits until something has happened, or it is time to look.
static void wait_for_news(struct supervision *run) {
  struct pollfd files[7] = {
      {run->signals, POLLIN, 0}, {run->control, POLLIN, 0}, {run->lifeline, 0, 0}, {run->listener, POLLIN, 0}};
  for (int i = 0; i < 3; i++) files[4 + i] = (struct pollfd){run->channels[i].source, POLLIN, 0};
  double moment = run->deadline < run->next_glance ? run->deadline : run->next_glance;
  double rest = moment - now();
  struct timespec time = {0, 0};
  if (rest > 0) time = (struct timespec){(time_t)rest, (long)((rest - (double)(time_t)rest) * 1e9)};
  if (ppoll(files, 7, &time, NULL) < 0 && errno != EINTR) usleep(1000);
  if (files[2].revents & (POLLHUP | POLLERR)) abandon(run);
  if (files[3].revents & POLLIN) answer_question(run->listener, run->child, run->confinement->folder);
  if (files[3].revents & (POLLHUP | POLLERR)) run->listener = -1;
}

static void watch(struct supervision *run) {
  while (!run->is_ended) {
    wait_for_news(run);
    copy(run);
    listen_to(run);
    read_signals(run);
    double moment = now();
    if (moment >= run->next_glance) glance(run);
    if (moment < run->deadline) continue;
    if (run->is_stopping) end(run);
    stop(run, "time", SIGQUIT);
    if (moment >= run->deadline) run->deadline = moment + last_words_seconds;
  }
}

static void report_end(struct supervision *run) {
  long orphans = end_family(run->child);
  copy(run);
  listen_to(run);
  if (orphans > 0) report("orphans", orphans);
  report("printed", (long)run->channels[0].count);
  report("complained", (long)run->channels[1].count);
  report("recorded", (long)run->channels[2].count);
  report("memory-kb", run->usage.ru_maxrss);
  if (WIFSIGNALED(run->status)) report("signal", WTERMSIG(run->status));
  if (WIFEXITED(run->status)) report("exited", WEXITSTATUS(run->status));
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

// Signals are read like files; none of them ends the supervisor before the run.
static int watch_signals(sigset_t *watched) {
  static const int numbers[] = {SIGCHLD, SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  sigemptyset(watched);
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) sigaddset(watched, numbers[i]);
  sigprocmask(SIG_BLOCK, watched, NULL);
  signal(SIGPIPE, SIG_IGN);
  return signalfd(-1, watched, SFD_CLOEXEC | SFD_NONBLOCK);
}

// What becomes of the child's descriptors: the ends of our pipes, and nothing else.
static void take_ends(const int ends[4]) {
  for (int i = 0; i < 4; i++) dup2(ends[i], OUTPUT + i);
  fcntl(RECORD, F_SETFD, FD_CLOEXEC);
  fcntl(CONTROL, F_SETFD, FD_CLOEXEC);
  close_range(CONTROL + 1, ~0U, 0);
}

// Opens the pipes; `ends` are the child's, for output, errors, record and control.
static int open_channels(struct supervision *run, int ends[4]) {
  const uint64_t room = (uint64_t)run->confinement->output_mb << 20;
  for (int i = 0; i < 3; i++) {
    int pipe[2];
    if (pipe2(pipe, O_CLOEXEC) != 0) return 0;
    run->channels[i] = (struct channel){
        .source = out_of_the_way(pipe[0]), .target = out_of_the_way(OUTPUT + i), .limit = i == 2 ? room * 8 : room};
    fcntl(run->channels[i].source, F_SETFL, O_NONBLOCK);
    ends[i] = out_of_the_way(pipe[1]);
    close(pipe[0]);
    close(pipe[1]);
  }
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0) return 0;
  run->control = out_of_the_way(pair[0]);
  ends[3] = out_of_the_way(pair[1]);
  open_report(out_of_the_way(REPORT));
  run->lifeline = out_of_the_way(LIFELINE);
  close_range(OUTPUT, 31, 0);
  return 1;
}

int supervise(
    const struct confinement *confinement, const char *scratch, int (*body)(void *), void *context) {
  accept_signals();
  // The tool starts several of us at a time: one must not hold the other's lifeline.
  close_range(LIFELINE + 1, ~0U, 0);
  sigset_t watched;
  int ends[4];
  struct supervision run = {.confinement = confinement, .listener = -1, .signals = out_of_the_way(watch_signals(&watched))};
  if (!open_channels(&run, ends)) return UNLOADABLE_STATUS;
  run.given = scratch_measure(confinement->folder, (struct scratch_usage){UINT64_MAX, UINT64_MAX - 1});
  prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  run.child = fork();
  if (run.child < 0) return UNLOADABLE_STATUS;
  if (run.child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    setpgid(0, 0);
    signal(SIGPIPE, SIG_DFL);
    take_ends(ends);
    sigprocmask(SIG_UNBLOCK, &watched, NULL);
    _exit(body(context));
  }
  setpgid(run.child, run.child);
  for (int i = 0; i < 4; i++) close(ends[i]);
  run.deadline = now() + confinement->seconds;
  run.next_glance = now() + glance_seconds;
  watch(&run);
  report_end(&run);
  if (run.is_orphaned) {
    scratch_remove(scratch);
    return STOPPED_STATUS;
  }
  return WIFEXITED(run.status) ? WEXITSTATUS(run.status) : 128 + WTERMSIG(run.status);
}
