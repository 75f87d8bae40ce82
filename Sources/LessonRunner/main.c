// Runs one lesson's program, or one experiment, under limits and out of reach of everything else.
//
//     lesson-runner run SECONDS CPU-SECONDS MEMORY-MB OUTPUT-MB FOLDER BACKTRACER LIBRARY
//     lesson-runner experiment … as far as BACKTRACER     with the request on standard input
//     lesson-runner probe     reports what the kernel can refuse

#define _GNU_SOURCE
#include "runner.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

struct run {
  struct confinement confinement;
  const char *library;  // NULL for an experiment
};

// What LessonKit calls.

static void output_positions(uint64_t *positions) {
  fflush(NULL);
  for (int descriptor = 1; descriptor <= 2; descriptor++) {
    off_t position = lseek(descriptor, 0, SEEK_CUR);
    positions[descriptor - 1] = position > 0 ? (uint64_t)position : 0;
  }
}

static void write_record(const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t step = write(RECORD_DESCRIPTOR, bytes, count);
    if (step < 0) return;
    bytes += step;
    count -= (size_t)step;
  }
}

// LessonKit, with which this program is linked: the lesson's library takes it from here.
extern void lesson_attach(void (*)(uint64_t *), void (*)(const uint8_t *, size_t), void (*)(double));
extern int lesson_experiment(const uint8_t *request, size_t count);

static int fail(const char *what) {
  fprintf(stderr, "lesson-runner: %s\n", what);
  fflush(stderr);
  report("unloadable", 0);
  return 125;
}

static int call_experiment(void) {
  static uint8_t request[1 << 20];
  size_t count = 0;
  for (ssize_t step; count < sizeof request; count += (size_t)step) {
    step = read(STDIN_FILENO, request + count, sizeof request - count);
    if (step <= 0) break;
  }
  return lesson_experiment(request, count);
}

static int call_program(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
  if (!library) return fail(dlerror());
  int (*program)(int, char **) = dlsym(library, "lesson_main");
  // A compiler that cannot rename the entry point leaves it under its usual name.
  if (!program) program = dlsym(library, "main");
  if (!program) return fail("the program has no beginning");
  char *arguments[] = {"lesson", NULL};
  return program(1, arguments);
}

static int run_confined(void *context) {
  struct run *run = context;
  fcntl(REPORT_DESCRIPTOR, F_SETFD, FD_CLOEXEC);
  fcntl(RECORD_DESCRIPTOR, F_SETFD, FD_CLOEXEC);
  setvbuf(stdout, NULL, _IOFBF, 1 << 16);
  limit_resources(&run->confinement);
  report("landlock", restrict_files(&run->confinement));
  report("sockets-denied", deny_sockets());
  watch_faults();
  lesson_attach(output_positions, write_record, limit_next_seconds);
  int status = run->library ? call_program(run->library) : call_experiment();
  fflush(NULL);
  return status;
}

static int probe(void) {
  struct confinement nothing = {.folder = "/tmp", .backtracer = ""};
  printf("landlock %d\n", restrict_files(&nothing));
  printf("sockets-denied %d\n", deny_sockets());
  return 0;
}

int main(int count, char **arguments) {
  const char *mode = count > 1 ? arguments[1] : "";
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (!strcmp(mode, "probe")) return probe();
  int is_experiment = !strcmp(mode, "experiment") && count == 8;
  if (!is_experiment && (strcmp(mode, "run") || count != 9)) {
    fputs("lesson-runner is started by lessons\n", stderr);
    return 2;
  }
  syscall(SYS_close_range, REPORT_DESCRIPTOR + 1, ~0U, 0);
  struct run run = {
      .confinement = {.seconds = strtod(arguments[2], NULL),
                      .cpu_seconds = (unsigned)strtoul(arguments[3], NULL, 10),
                      .memory_mb = (unsigned)strtoul(arguments[4], NULL, 10),
                      .output_mb = (unsigned)strtoul(arguments[5], NULL, 10),
                      .folder = arguments[6],
                      .backtracer = arguments[7]},
      .library = is_experiment ? NULL : arguments[8],
  };
  if (chdir(run.confinement.folder) != 0) return 2;
  return supervise(&run.confinement, run_confined, &run);
}
