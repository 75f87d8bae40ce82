#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static void limit(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit limit = {soft, hard};
  setrlimit(resource, &limit);
}

void limit_resources(const struct confinement *confinement) {
  const rlim_t megabyte = 1 << 20;
  // The hard limit is later than the soft one: at the soft one the run still says where it was.
  limit(RLIMIT_CPU, confinement->cpu_seconds, confinement->cpu_seconds + 5);
  if (confinement->memory_mb > 0)
    limit(RLIMIT_AS, confinement->memory_mb * megabyte, confinement->memory_mb * megabyte);
  limit(RLIMIT_FSIZE, confinement->output_mb * megabyte, confinement->output_mb * megabyte);
  limit(RLIMIT_CORE, 0, 0);
}

// The program that starts dynamically linked programs; the backtracer is one.
#if defined(__aarch64__)
#define LOADER "/lib/ld-linux-aarch64.so.1"
#else
#define LOADER "/lib64/ld-linux-x86-64.so.2"
#endif

// Landlock, from the kernel's own description of the interface: the C library's headers may be older than
// the kernel.

enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, RULE_PATH_BENEATH = 1 };

enum {
  FS_EXECUTE = 1 << 0,
  FS_WRITE_FILE = 1 << 1,
  FS_CHANGES = 0x1ff0,  // REMOVE_DIR, REMOVE_FILE and the seven MAKE rights
  FS_REFER = 1 << 13,
  FS_TRUNCATE = 1 << 14,
  NET_BIND_TCP = 1 << 0,
  NET_CONNECT_TCP = 1 << 1,
  SCOPE_ABSTRACT_UNIX_SOCKET = 1 << 0,
  SCOPE_SIGNAL = 1 << 1,
};

struct ruleset {
  uint64_t handled_access_fs, handled_access_net, scoped;
};

struct __attribute__((packed)) path_beneath {
  uint64_t allowed_access;
  int32_t parent_fd;
};

static void allow(int ruleset, const char *path, uint64_t access) {
  int descriptor = open(path, O_PATH | O_CLOEXEC);
  if (descriptor < 0) return;
  struct path_beneath rule = {access, descriptor};
  syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0);
  close(descriptor);
}

static struct ruleset everything_known(int version) {
  struct ruleset rules = {FS_EXECUTE | FS_WRITE_FILE | FS_CHANGES, 0, 0};
  if (version >= 2) rules.handled_access_fs |= FS_REFER;
  if (version >= 3) rules.handled_access_fs |= FS_TRUNCATE;
  if (version >= 4) rules.handled_access_net = NET_BIND_TCP | NET_CONNECT_TCP;
  if (version >= 6) rules.scoped = SCOPE_ABSTRACT_UNIX_SOCKET | SCOPE_SIGNAL;
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
  uint64_t changes = rules.handled_access_fs & ~(uint64_t)FS_EXECUTE;
  allow(ruleset, confinement->folder, changes);
  allow(ruleset, "/dev/null", FS_WRITE_FILE);
  if (confinement->backtracer[0]) {
    allow(ruleset, confinement->backtracer, FS_EXECUTE);
    allow(ruleset, LOADER, FS_EXECUTE);
  }
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  int holds = syscall(RESTRICT_SELF, ruleset, 0) == 0;
  close(ruleset);
  return holds ? version : 0;
}

// Landlock knows TCP alone. This filter refuses every socket that could leave the machine, and io_uring,
// which makes sockets behind a filter's back.

#if defined(__x86_64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define THIS_ARCHITECTURE 0
#endif

enum { IO_URING_SETUP = 425 };

int deny_sockets(void) {
  struct sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCHITECTURE, 0, 6),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, IO_URING_SETUP, 3, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {sizeof program / sizeof program[0], program};
  if (THIS_ARCHITECTURE == 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}
