#define _GNU_SOURCE
#include "runner.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Landlock, from the kernel's own description of the interface: the C library's headers may be older than the
// kernel.

enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, RULE_PATH_BENEATH = 1 };

enum {
  EXECUTE = 1 << 0,
  WRITE_FILE = 1 << 1,
  READ_FILE = 1 << 2,
  READ_FOLDER = 1 << 3,
  REMOVE = 1 << 4 | 1 << 5,
  MAKE_DEVICE_OR_SOCKET = 1 << 6 | 1 << 9 | 1 << 11,
  MAKE_FOLDER_FILE_PIPE_LINK = 1 << 7 | 1 << 8 | 1 << 10 | 1 << 12,
  REFER = 1 << 13,
  TRUNCATE = 1 << 14,
  CONTROL_DEVICE = 1 << 15,
  BIND_TCP = 1 << 0,
  CONNECT_TCP = 1 << 1,
  ABSTRACT_SOCKETS = 1 << 0,
  SIGNALS = 1 << 1,
};

enum {
  READ = READ_FILE | READ_FOLDER,
  CHANGE = READ | WRITE_FILE | REMOVE | MAKE_FOLDER_FILE_PIPE_LINK | REFER | TRUNCATE,
  RIGHTS_OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | CONTROL_DEVICE,
};

struct ruleset {
  uint64_t handled_access_fs, handled_access_net, scoped;
};

struct __attribute__((packed)) path_beneath {
  uint64_t allowed_access;
  int32_t parent_fd;
};

// Allows `access` to the file at `path`, or to all that lies below it; a path that is not there allows nothing.
static void allow(int ruleset, const struct ruleset *rules, const char *path, uint64_t access) {
  struct stat status;
  int descriptor = open(path, O_PATH | O_CLOEXEC);
  if (descriptor < 0) return;
  if (fstat(descriptor, &status) == 0 && !S_ISDIR(status.st_mode)) access &= RIGHTS_OF_FILES;
  struct path_beneath rule = {access & rules->handled_access_fs, descriptor};
  syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0);
  close(descriptor);
}

static void allow_all(int ruleset, const struct ruleset *rules, const struct paths *paths, uint64_t access) {
  for (size_t i = 0; i < paths->count; i++) allow(ruleset, rules, paths->items[i], access);
}

static struct ruleset everything_known(int version) {
  struct ruleset rules = {EXECUTE | CHANGE | MAKE_DEVICE_OR_SOCKET, 0, 0};
  if (version >= 5) rules.handled_access_fs |= CONTROL_DEVICE;
  if (version < 3) rules.handled_access_fs &= ~(uint64_t)TRUNCATE;
  if (version < 2) rules.handled_access_fs &= ~(uint64_t)REFER;
  if (version >= 4) rules.handled_access_net = BIND_TCP | CONNECT_TCP;
  if (version >= 6) rules.scoped = ABSTRACT_SOCKETS | SIGNALS;
  return rules;
}

static size_t ruleset_size(int version) {
  if (version >= 6) return sizeof(struct ruleset);
  return version >= 4 ? offsetof(struct ruleset, scoped) : offsetof(struct ruleset, handled_access_net);
}

int restrict_files(const struct confinement *confinement) {
  int version = (int)syscall(CREATE_RULESET, NULL, 0, 1);
  if (version <= 0) return 0;
  struct ruleset rules = everything_known(version);
  int ruleset = (int)syscall(CREATE_RULESET, &rules, ruleset_size(version), 0);
  if (ruleset < 0) return 0;
  allow(ruleset, &rules, confinement->folder, CHANGE);
  allow(ruleset, &rules, "/dev/null", READ_FILE | WRITE_FILE);
  if (confinement->starts_programs) allow(ruleset, &rules, "/proc/self", READ);
  allow_all(ruleset, &rules, &confinement->readable, READ);
  allow_all(ruleset, &rules, &confinement->writable, CHANGE);
  allow_all(ruleset, &rules, &confinement->executable, READ | EXECUTE);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  int holds = syscall(RESTRICT_SELF, ruleset, 0) == 0;
  close(ruleset);
  return holds ? version : 0;
}
