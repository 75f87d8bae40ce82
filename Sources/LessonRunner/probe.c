#define _GNU_SOURCE
#include "runner.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

// Whether a call that returns a descriptor, or 0, has been refused.
static int is_refused(int answer) { return answer < 0; }

static int refuses_writing(void) {
  return is_refused(open("../probe", O_WRONLY | O_CREAT, 0600)) && is_refused(open("/dev/full", O_WRONLY));
}

static int refuses_reading(void) {
  return is_refused(open("/", O_RDONLY | O_DIRECTORY)) && is_refused(open("/etc/passwd", O_RDONLY));
}

static int refuses_network(void) {
  static const int families[] = {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK};
  for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
    if (!is_refused(socket(families[i], SOCK_DGRAM, 0))) return 0;
  return 1;
}

static int refuses_processes(void) {
  const struct rlimit none = {0, 0};
  pid_t parent = getppid();
  pid_t child = fork();
  if (child == 0) _exit(0);
  return is_refused(child) && is_refused(kill(parent, 0)) &&
         is_refused(prlimit(parent, RLIMIT_MSGQUEUE, &none, NULL)) && is_refused(setpriority(PRIO_PROCESS, (id_t)parent, 19));
}

static int refuses_programs(const char *program) {
  char *arguments[] = {(char *)program, NULL};
  return is_refused(memfd_create("probe", 0)) && is_refused(execv(program, arguments));
}

static int try_everything(const struct confinement *confinement, const char *own_path) {
  if (chdir(confinement->folder) != 0) return 1;
  drop_powers();
  printf("landlock %d\n", restrict_files(confinement));
  int listener = -1;
  printf("filter %d\n", restrict_calls(confinement, 0, &listener));
  printf("writes %d\n", refuses_writing());
  printf("reads %d\n", refuses_reading());
  printf("network %d\n", refuses_network());
  printf("processes %d\n", refuses_processes());
  fflush(stdout);
  printf("programs %d\n", refuses_programs(own_path));
  fflush(stdout);
  return 0;
}

int probe(const struct confinement *confinement, const char *own_path) {
  pid_t child = fork();
  if (child == 0) _exit(try_everything(confinement, own_path));
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}
