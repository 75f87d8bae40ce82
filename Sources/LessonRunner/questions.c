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
// A process reads what the kernel says of it, as the backtracer does to find its stack; but a rule about files cannot
// say "its own" of a process that is yet to come, nor leave out what there is of the machine. So the supervisor opens
// that and hands it over. All other files are opened by the run itself, as far as the rules let it.

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

// What the kernel says of a process and of nothing else, below its folder in /proc.
static int is_own_entry(const char *name) {
  static const char *entries[] = {"comm", "maps", "stat", "statm", "status", "task"};
  static const char *entries_of_threads[] = {"comm", "stat", "status"};
  for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++)
    if (!strcmp(name, entries[i])) return 1;
  if (strncmp(name, "task/", 5)) return 0;
  name += 5;
  size_t digits = strspn(name, "0123456789");
  if (digits == 0 || name[digits] != '/') return 0;
  for (size_t i = 0; i < sizeof entries_of_threads / sizeof entries_of_threads[0]; i++)
    if (!strcmp(name + digits + 1, entries_of_threads[i])) return 1;
  return 0;
}

// The text at that address of the process, as far as there is room; returns whether it ends within it.
static int read_path(pid_t process, uint64_t address, char *text, size_t room) {
  struct iovec here = {text, room}, there = {(void *)(uintptr_t)address, room};
  ssize_t length = process_vm_readv(process, &here, 1, &there, 1, 0);
  if (length <= 0) {
    // The text may lie at the end of the last page that there is.
    there.iov_len = here.iov_len = 4096 - address % 4096 < room ? 4096 - address % 4096 : room;
    length = process_vm_readv(process, &here, 1, &there, 1, 0);
  }
  return length > 0 && memchr(text, 0, (size_t)length) != NULL;
}

// Opens what the path names of the caller itself, or of the run that it looks into; returns -1 if it names
// anything else.
static int open_own_entry(pid_t caller, pid_t run, const char *path) {
  char name[80];
  int start = 0;
  pid_t process = caller;
  if (!strncmp(path, "/proc/self/", 11)) {
    start = 11;
  } else if (sscanf(path, "/proc/%d/%n", &process, &start) != 1 || start == 0 || process != run) {
    return -1;
  }
  if (!is_own_entry(path + start)) return -1;
  snprintf(name, sizeof name, "/proc/%d/%s", process, path + start);
  return open(name, O_RDONLY | O_CLOEXEC);
}

// Puts such a file among the descriptors of the process; returns whether the question is answered by that.
static int give_own_entry(int listener, const struct seccomp_notif *question, pid_t run) {
  char path[64];
  if (!read_path((pid_t)question->pid, question->data.args[1], path, sizeof path)) return 0;
  int file = open_own_entry((pid_t)question->pid, run, path);
  if (file < 0) return 0;
  struct seccomp_notif_addfd gift = {
      .id = question->id, .flags = SECCOMP_ADDFD_FLAG_SEND, .srcfd = (uint32_t)file, .newfd_flags = O_CLOEXEC};
  int given = ioctl(listener, SECCOMP_IOCTL_NOTIF_ADDFD, &gift) >= 0;
  close(file);
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
  } else if (give_own_entry(listener, &question, process)) {
    return;
  } else {
    // The rules about files decide after this, whatever the path has become meanwhile.
    answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  }
  ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}
