#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// What no filter and no rule about files can decide, the kernel asks the supervisor.
//
// A run may change the permissions of its own files, as copying one does; but whose file a descriptor is, a filter
// cannot tell. So the supervisor takes the same descriptor, looks, and does it in the run's place.
//
// A process reads its own map of memory, as the backtracer does to find its stack; but a rule about files cannot say
// "its own" of a process that is yet to come. So the supervisor opens it and hands it over. All other files are
// opened by the run itself, as far as the rules let it.

enum { PIDFD_OPEN = 434, PIDFD_GETFD = 438 };

int take_descriptor(pid_t process, int number) {
  int handle = (int)syscall(PIDFD_OPEN, process, 0);
  if (handle < 0) return -1;
  int own = (int)syscall(PIDFD_GETFD, handle, number, 0);
  close(handle);
  return own;
}

static int lies_below(int descriptor, const char *folder) {
  char link[40], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  size_t start = strlen(folder);
  return length > (ssize_t)start && !strncmp(path, folder, start) && path[start] == '/';
}

// Returns 0, or the number of the error that the run is told.
static int change_mode(pid_t process, int number, mode_t mode, const char *folder) {
  int descriptor = take_descriptor(process, number);
  if (descriptor < 0) return EBADF;
  int problem = EPERM;
  if (lies_below(descriptor, folder)) problem = fchmod(descriptor, mode & 0777) == 0 ? 0 : errno;
  close(descriptor);
  return problem;
}

// Whether the path at that address of the process is the name of its own map.
static int names_own_map(pid_t process, uint64_t address) {
  static const char name[] = "/proc/self/maps";
  char text[sizeof name] = {0};
  struct iovec here = {text, sizeof text}, there = {(void *)(uintptr_t)address, sizeof text};
  return process_vm_readv(process, &here, 1, &there, 1, 0) == (ssize_t)sizeof text && !memcmp(text, name, sizeof name);
}

// Puts the map among the descriptors of the process; returns whether the question is answered by that.
static int give_own_map(int listener, const struct seccomp_notif *question) {
  char path[40];
  snprintf(path, sizeof path, "/proc/%u/maps", question->pid);
  int map = open(path, O_RDONLY | O_CLOEXEC);
  if (map < 0) return 0;
  struct seccomp_notif_addfd gift = {
      .id = question->id, .flags = SECCOMP_ADDFD_FLAG_SEND, .srcfd = (uint32_t)map, .newfd_flags = O_CLOEXEC};
  int given = ioctl(listener, SECCOMP_IOCTL_NOTIF_ADDFD, &gift) >= 0;
  close(map);
  return given;
}

void answer_question(int listener, pid_t process, const char *folder) {
  struct seccomp_notif question = {0};
  struct seccomp_notif_resp answer = {0};
  if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &question) != 0) return;
  const __u64 *arguments = question.data.args;
  answer.id = question.id;
  if (question.data.nr == SYS_fchmod) {
    answer.error = -change_mode(process, (int)arguments[0], (mode_t)arguments[1], folder);
  } else if (names_own_map((pid_t)question.pid, arguments[1]) && give_own_map(listener, &question)) {
    return;
  } else {
    // The rules about files decide after this, whatever the path has become meanwhile.
    answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  }
  ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}
