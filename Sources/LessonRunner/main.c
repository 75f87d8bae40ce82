// Runs one lesson's program, one experiment, or one compilation, under limits and out of reach of everything else.
//
//     lesson-runner run OPTIONS LIBRARY
//     lesson-runner experiment OPTIONS             with the request on standard input
//     lesson-runner program OPTIONS PROGRAM …      a compiler, a linker, a parser
//     lesson-runner probe OPTIONS                  tries what must be refused, and prints what was
//
// It is started by `lessons`, which hands over the descriptors that runner.h names.

#define _GNU_SOURCE
#include "runner.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct run {
  struct confinement confinement;
  const char *scratch;  // the folder that is removed should the tool be gone
  char **arguments;     // what is run
};

// LessonKit, with which this program is linked: the lesson's library takes it from here.
extern void lesson_attach(void (*)(uint64_t *), void (*)(const uint8_t *, size_t), void (*)(double));
extern int lesson_experiment(const uint8_t *request, size_t count);

// What LessonKit calls.
static void output_positions(uint64_t *positions) {
  fflush(NULL);
  tell_positions(positions);
}

static int fail(const char *what) {
  fprintf(stderr, "lesson-runner: %s\n", what);
  fflush(stderr);
  tell("unloadable", 0);
  return UNLOADABLE_STATUS;
}

// Gives up what the run must not have; returns 0, or the status of a run that must not begin.
static int confine(const struct confinement *confinement) {
  limit_resources(confinement);
  if (!confinement->starts_programs) drop_powers();
  int files = restrict_files(confinement);
  int listener = -1;
  int calls = restrict_calls(confinement, files > 0, &listener);
  hand_over(listener);
  tell("landlock", files);
  tell("filter", calls);
  if (!confinement->is_required || (files > 0 && calls)) return 0;
  return fail("this machine cannot confine it, and it must not run otherwise");
}

static int call_experiment(void) {
  static uint8_t request[1 << 20];
  size_t count = 0;
  for (ssize_t step; count < sizeof request; count += (size_t)step) {
    step = read(STDIN_FILENO, request + count, sizeof request - count);
    if (step <= 0) break;
  }
  tell("begun", 0);
  return lesson_experiment(request, count);
}

static int call_program(const char *path) {
  tell("begun", 0);
  void *library = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
  if (!library) return fail(dlerror());
  int (*program)(int, char **) = dlsym(library, "lesson_main");
  // A compiler that cannot rename the entry point leaves it under its usual name.
  if (!program) program = dlsym(library, "main");
  if (!program) return fail("the program has no beginning");
  char *arguments[] = {"lesson", NULL};
  return program(1, arguments);
}

static int start_lesson(void *context) {
  struct run *run = context;
  setvbuf(stdout, NULL, _IOFBF, 1 << 16);
  int status = confine(&run->confinement);
  if (status) return status;
  watch_faults();
  lesson_attach(output_positions, record_frame, limit_next_seconds);
  status = run->arguments[0] ? call_program(run->arguments[0]) : call_experiment();
  fflush(NULL);
  return status;
}

static int start_program(void *context) {
  struct run *run = context;
  int status = confine(&run->confinement);
  if (status) return status;
  execv(run->arguments[0], run->arguments);
  return fail(strerror(errno));
}

static void add_path(struct paths *paths, const char *path) {
  if (paths->count < sizeof paths->items / sizeof paths->items[0]) paths->items[paths->count++] = path;
}

// Takes one option; returns whether there is one of that name.
static int take_option(struct run *run, const char *name, const char *value) {
  struct confinement *confinement = &run->confinement;
  unsigned number = (unsigned)strtoul(value, NULL, 10);
  if (!strcmp(name, "--seconds")) confinement->seconds = strtod(value, NULL);
  else if (!strcmp(name, "--cpu-seconds")) confinement->cpu_seconds = number;
  else if (!strcmp(name, "--memory-mb")) confinement->memory_mb = number;
  else if (!strcmp(name, "--output-mb")) confinement->output_mb = number;
  else if (!strcmp(name, "--scratch-mb")) confinement->scratch_mb = number;
  else if (!strcmp(name, "--scratch-files")) confinement->scratch_files = number;
  else if (!strcmp(name, "--processes")) confinement->processes = number;
  else if (!strcmp(name, "--folder")) confinement->folder = value;
  else if (!strcmp(name, "--scratch")) run->scratch = value;
  else if (!strcmp(name, "--read")) add_path(&confinement->readable, value);
  else if (!strcmp(name, "--write")) add_path(&confinement->writable, value);
  else if (!strcmp(name, "--execute")) add_path(&confinement->executable, value);
  else if (!strcmp(name, "--required")) confinement->is_required = number != 0;
  else return 0;
  return 1;
}

static int misused(void) {
  fputs("lesson-runner is started by lessons\n", stderr);
  return 2;
}

int main(int count, char **arguments) {
  const char *mode = count > 1 ? arguments[1] : "";
  struct run run = {.confinement = {.folder = "/nowhere", .seconds = 30, .cpu_seconds = 60, .output_mb = 10,
                                    .scratch_mb = 100, .scratch_files = 10000, .processes = 16}};
  char **rest = arguments + (count > 1 ? 2 : 1);
  for (; rest[0] && !strncmp(rest[0], "--", 2); rest += 2)
    if (!rest[1] || !take_option(&run, rest[0], rest[1])) return misused();
  run.arguments = rest;
  if (!strcmp(mode, "probe")) return probe(&run.confinement, arguments[0]);
  int is_program = !strcmp(mode, "program");
  int is_known = is_program || !strcmp(mode, "run") || !strcmp(mode, "experiment");
  if (!is_known || !run.scratch || !rest[0] != !strcmp(mode, "experiment")) return misused();
  if (chdir(run.confinement.folder) != 0) return misused();
  run.confinement.starts_programs = is_program;
  return supervise(&run.confinement, run.scratch, is_program ? start_program : start_lesson, &run);
}
