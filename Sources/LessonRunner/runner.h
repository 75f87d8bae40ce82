#ifndef LESSON_RUNNER_H
#define LESSON_RUNNER_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// The descriptors that the tool hands over beside standard input, output and error: regular files, opened
// for appending. The record holds frames, the report holds lines such as "exited 3".
enum { RECORD_DESCRIPTOR = 3, REPORT_DESCRIPTOR = 4 };

// The status with which a run ends that was stopped by one of its limits.
enum { STOPPED_STATUS = 124 };

// What a run may use and touch.
struct confinement {
  double seconds;          // on the wall clock
  unsigned cpu_seconds;    // of all its threads together
  unsigned memory_mb;      // of address space
  unsigned output_mb;      // in any one file
  const char *folder;      // the only place where it may write
  const char *backtracer;  // the only program that it may start; empty for none
};

// report.c: appends one line to the report; safe in signal handlers.
void report(const char *word, long number);

// confine.c: what the kernel is asked to refuse. Each answers what holds: Landlock's version or 0; 1 or 0.
void limit_resources(const struct confinement *confinement);
int restrict_files(const struct confinement *confinement);
int deny_sockets(void);

// faults.c: makes crashes and limits leave the output and a backtrace behind.
void watch_faults(void);
void limit_next_seconds(double seconds);

// supervise.c: runs `body` in a child, ends it in time, and leaves no process behind.
int supervise(const struct confinement *confinement, int (*body)(void *), void *context);

#endif
