#define _GNU_SOURCE
#include "runner.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

// What a run has started stays below its supervisor, who adopts orphans: the kernel's lists of children find it.

enum { MOST = 4096 };

// The children of one thread, into `list`; returns how many were found.
static size_t children_of_thread(pid_t process, const char *thread, pid_t *list, size_t room) {
  char path[300];
  snprintf(path, sizeof path, "/proc/%d/task/%s/children", process, thread);
  FILE *file = fopen(path, "re");
  size_t count = 0;
  if (!file) return 0;
  for (int child; count < room && fscanf(file, "%d", &child) == 1;) list[count++] = child;
  fclose(file);
  return count;
}

// The children of a process, whichever of its threads has started them.
static size_t children(pid_t process, pid_t *list, size_t room) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/task", process);
  DIR *threads = opendir(path);
  size_t count = 0;
  if (!threads) return 0;
  for (struct dirent *thread; count < room && (thread = readdir(threads));)
    if (thread->d_name[0] != '.')
      count += children_of_thread(process, thread->d_name, list + count, room - count);
  closedir(threads);
  return count;
}

long count_family(void) {
  static pid_t list[MOST];
  size_t count = children(getpid(), list, MOST);
  for (size_t next = 0; next < count; next++)
    count += children(list[next], list + count, MOST - count);
  return (long)count;
}

// Ends whatever is left; returns how many processes still ran.
//
// Those whose parents have ended are our children now. The backtracer has ended by itself and only waits to be
// counted.
long end_family(pid_t group) {
  long count = 0;
  for (pid_t orphan; children(getpid(), &orphan, 1) == 1;) {
    if (waitpid(orphan, NULL, WNOHANG | __WALL) == orphan) continue;
    count++;
    kill(orphan, SIGKILL);
    while (waitpid(orphan, NULL, __WALL) < 0 && errno == EINTR) {
    }
  }
  kill(-group, SIGKILL);
  return count;
}
