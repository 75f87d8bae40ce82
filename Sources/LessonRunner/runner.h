#ifndef LESSON_RUNNER_H
#define LESSON_RUNNER_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// The descriptors that the tool hands over beside standard input: regular files, opened for appending, and a pipe
// that ends when the tool does. The supervisor alone keeps them. What it runs finds pipes at OUTPUT, ERRORS and
// RECORD, and at CONTROL a socket on which it talks with the supervisor.
enum { OUTPUT = 1, ERRORS = 2, RECORD = 3, REPORT = 4, CONTROL = 4, LIFELINE = 5 };

// The status with which a run ends that was stopped by one of its limits.
enum { STOPPED_STATUS = 124, UNLOADABLE_STATUS = 125 };

// A list of paths of the command line.
struct paths {
  const char *items[64];
  size_t count;
};

// What is run, what it may use and touch, and what it must be kept from.
struct confinement {
  double seconds;           // on the wall clock
  unsigned cpu_seconds;     // of all its threads together
  unsigned memory_mb;       // of address space; 0 for no limit
  unsigned output_mb;       // in each of output, errors and record, and in any one file
  unsigned scratch_mb;      // in all files of the folder together
  unsigned scratch_files;   // files and folders there
  unsigned processes;       // at once
  const char *folder;       // where it starts, and may write
  struct paths readable;    // what else it may read
  struct paths writable;    // what else it may read and change
  struct paths executable;  // what it may start
  int starts_programs;      // whether it may start any number of programs one after the other, as a compiler does
  int is_required;          // whether it must not run where the kernel cannot confine it
};

// limits.c: what one process may use, and the powers it must not have.
void limit_resources(const struct confinement *confinement);
void drop_powers(void);

// landlock.c: the files it may touch. Returns the version of Landlock that holds, or 0.
int restrict_files(const struct confinement *confinement);

// filter.c: the system calls it may make; `has_rules` says whether rules about files hold. Returns 1 or 0, and in
// `listener` the descriptor at which the kernel asks what no filter can decide, or -1.
int restrict_calls(const struct confinement *confinement, int has_rules, int *listener);

// questions.c: answers what the kernel asks there.
int take_descriptor(pid_t process, int number);
void answer_question(int listener, pid_t process, const char *folder);

// control.c: what a run tells its supervisor; safe in signal handlers.
void tell(const char *word, long number);
void tell_positions(uint64_t positions[2]);
void hand_over(int listener);
void record_frame(const uint8_t *bytes, size_t count);

// faults.c: makes crashes and limits leave the output and a backtrace behind.
void watch_faults(void);
void limit_next_seconds(double seconds);

// report.c: appends one line to the report, which only the supervisor can.
void open_report(int descriptor);
void report(const char *word, long number);
size_t spell(char line[64], const char *word, long number);

// channels.c: brings what a run writes into the tool's files.
struct channel {
  int source, target;
  uint64_t count, limit;
  int is_full, is_broken;
};
// Returns 1 while the source may have more to give.
int copy_available(struct channel *channel);

// family.c: the processes that descend from this one.
long count_family(void);
long end_family(pid_t group);

// supervise.c: runs `body` in a child, ends it in time, and leaves no process behind. Returns the child's status.
int supervise(const struct confinement *confinement, const char *scratch, int (*body)(void *), void *context);

// probe.c: tries what must be refused, and prints what was.
int probe(const struct confinement *confinement, const char *own_path);

#endif
