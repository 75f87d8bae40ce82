#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// The system calls that a run may make; whatever is not named here is refused, as is every call by the numbers of
// another kind of processor.
//
// Landlock decides which files these calls may touch. What it does not know is not here: sockets, messages and
// memory that outlive a process, the permissions and times of files by their names, other processes, programs in
// memory, the kernel's own settings.

#if defined(__x86_64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define THIS_ARCHITECTURE 0
#endif

// Numbers that the C library's headers may be too old to have; the same on every processor.
enum { RSEQ = 334, CLONE3 = 435, CLOSE_RANGE = 436, FACCESSAT2 = 439, FCHMODAT2 = 452, FIRST_NEW = 424 };
enum { MAP_SHADOW_STACK = 453, FUTEX_WAITV = 449, PR_SET_PTRACER_ = 0x59616d61, PR_SET_VMA_ = 0x53564d41 };

static const int always[] = {
    // Memory
    SYS_brk, SYS_madvise, SYS_mincore, SYS_mlock, SYS_mmap, SYS_mprotect, SYS_mremap, SYS_msync, SYS_munlock,
    SYS_munmap, SYS_membarrier,
    // Files that are open
    SYS_close, CLOSE_RANGE, SYS_copy_file_range, SYS_dup, SYS_dup3, SYS_fadvise64, SYS_fallocate, SYS_fchdir,
    SYS_fcntl, SYS_fdatasync, SYS_flock, SYS_fstat, SYS_fstatfs, SYS_fsync, SYS_ftruncate, SYS_getdents64,
    SYS_lseek, SYS_pread64, SYS_preadv, SYS_preadv2, SYS_pwrite64, SYS_pwritev, SYS_pwritev2, SYS_read, SYS_readahead,
    SYS_readv, SYS_sendfile, SYS_splice, SYS_sync_file_range, SYS_tee, SYS_write, SYS_writev,
    // Files by name
    SYS_chdir, SYS_faccessat, FACCESSAT2, SYS_getcwd, SYS_linkat, SYS_mkdirat, SYS_mknodat, SYS_newfstatat,
    SYS_openat, SYS_readlinkat, SYS_renameat, SYS_renameat2, SYS_statfs, SYS_statx, SYS_symlinkat, SYS_umask, SYS_unlinkat,
    // Waiting
    SYS_epoll_create1, SYS_epoll_ctl, SYS_epoll_pwait, SYS_eventfd2, SYS_pipe2, SYS_ppoll, SYS_pselect6,
    SYS_signalfd4, SYS_timerfd_create, SYS_timerfd_gettime, SYS_timerfd_settime,
    // Threads and signals
    SYS_exit, SYS_exit_group, SYS_futex, FUTEX_WAITV, SYS_get_robust_list, SYS_getcpu, SYS_gettid,
    SYS_restart_syscall, RSEQ, SYS_rt_sigaction, SYS_rt_sigpending, SYS_rt_sigprocmask, SYS_rt_sigreturn,
    SYS_rt_sigsuspend, SYS_rt_sigtimedwait, SYS_sched_getaffinity, SYS_sched_getparam,
    SYS_sched_get_priority_max, SYS_sched_get_priority_min, SYS_sched_getscheduler, SYS_sched_yield,
    SYS_set_robust_list, SYS_set_tid_address, SYS_sigaltstack, SYS_wait4, SYS_waitid,
    // Time
    SYS_clock_getres, SYS_clock_gettime, SYS_clock_nanosleep, SYS_getitimer, SYS_gettimeofday, SYS_nanosleep,
    SYS_setitimer, SYS_timer_create, SYS_timer_delete, SYS_timer_getoverrun, SYS_timer_gettime, SYS_timer_settime,
    SYS_times,
    // Who and where this is
    SYS_getegid, SYS_geteuid, SYS_getgid, SYS_getgroups, SYS_getpgid, SYS_getpid, SYS_getppid, SYS_getpriority,
    SYS_getrandom, SYS_getresgid, SYS_getresuid, SYS_getrusage, SYS_getsid, SYS_getuid, SYS_setpgid, SYS_setsid,
    SYS_sysinfo, SYS_uname,
    // Landlock decides what may be started.
    SYS_execve,
#if defined(__x86_64__)
    // The same by their older names
    SYS_access, SYS_alarm, SYS_arch_prctl, SYS_creat, SYS_dup2, SYS_epoll_create, SYS_epoll_wait, SYS_eventfd,
    SYS_getdents, SYS_getpgrp, SYS_link, SYS_lstat, SYS_mkdir, SYS_mknod, SYS_open, SYS_pause, SYS_pipe, SYS_poll,
    SYS_readlink, SYS_rename, SYS_rmdir, SYS_select, SYS_signalfd, SYS_stat, SYS_symlink, SYS_time,
    SYS_unlink, SYS_vfork, MAP_SHADOW_STACK,
#endif
};

// What compilers and linkers do besides: they start one another, and write files that others run.
static const int of_compilers[] = {
    SYS_fchmod, SYS_fchmodat, FCHMODAT2, SYS_utimensat, SYS_fgetxattr, SYS_flistxattr, SYS_getxattr, SYS_listxattr,
    SYS_kill, SYS_tgkill, SYS_truncate,
#if defined(__x86_64__)
    SYS_chmod, SYS_fork, SYS_utimes, SYS_utime,
#endif
};

static const unsigned new_namespaces = 0x7e020080;

struct filter {
  struct sock_filter lines[1024];
  unsigned short count;
};

static void add(struct filter *filter, struct sock_filter line) { filter->lines[filter->count++] = line; }

static void load(struct filter *filter, size_t offset) {
  add(filter, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offset));
}

static void answer(struct filter *filter, unsigned action) {
  add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
}

static unsigned refusal(int error) { return SECCOMP_RET_ERRNO | ((unsigned)error & SECCOMP_RET_DATA); }

static void load_argument(struct filter *filter, int index) {
  load(filter, offsetof(struct seccomp_data, args[index]));
}

// Adds the answer for one call, whatever its arguments.
static void decide(struct filter *filter, int call, unsigned action) {
  add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 1));
  answer(filter, action);
}

// Allows one call only where its argument is one of `values`.
static void allow_with(struct filter *filter, int call, int argument, const unsigned *values, size_t count) {
  add(filter, (struct sock_filter)BPF_JUMP(
                  BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, (unsigned char)(2 + 2 * count)));
  load_argument(filter, argument);
  for (size_t i = 0; i < count; i++) decide(filter, (int)values[i], SECCOMP_RET_ALLOW);
  answer(filter, refusal(EPERM));
}

static void allow_own(struct filter *filter, int call, unsigned self) {
  allow_with(filter, call, 0, &self, 1);
}

// Threads are allowed; so is what `posix_spawn` does, a process that lives in its parent's memory, its parent
// waiting, until it starts a program.
static void decide_clone(struct filter *filter, int starts_programs) {
  const unsigned spawning = CLONE_VM | CLONE_VFORK;
  add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 8));
  load_argument(filter, 0);
  add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, new_namespaces, 5, 0));
  add(filter, (struct sock_filter)BPF_JUMP(
                  BPF_JMP | BPF_JSET | BPF_K, starts_programs ? ~0u : CLONE_THREAD, 0, 1));
  answer(filter, SECCOMP_RET_ALLOW);
  add(filter, (struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K, spawning));
  add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, spawning, 0, 1));
  answer(filter, SECCOMP_RET_ALLOW);
  answer(filter, refusal(EPERM));
}

static void decide_by_arguments(struct filter *filter, const struct confinement *confinement) {
  static const unsigned terminal_questions[] = {0x5401, 0x5413, 0x541b, 0x5421, 0x5450, 0x5451};
  static const unsigned names_of_memory_and_threads[] = {PR_SET_NAME,     PR_GET_NAME,  PR_GET_DUMPABLE,
                                                         PR_SET_PTRACER_, PR_SET_VMA_,  PR_GET_NO_NEW_PRIVS,
                                                         PR_CAPBSET_READ, PR_GET_SECCOMP};
  static const unsigned local[] = {AF_UNIX};
  const unsigned self = (unsigned)getpid();
  const unsigned selves[] = {0, self};
  decide_clone(filter, confinement->starts_programs);
  // Its arguments lie in memory, where no filter sees them; the C library then takes the older call.
  decide(filter, CLONE3, refusal(ENOSYS));
  allow_with(filter, SYS_ioctl, 1, terminal_questions, 6);
  allow_with(filter, SYS_prctl, 0, names_of_memory_and_threads, 8);
  allow_with(filter, SYS_prlimit64, 0, selves, 2);
  allow_with(filter, SYS_setpriority, 1, selves, 1);
  allow_with(filter, SYS_sched_setaffinity, 0, selves, 2);
  // A pair is connected with nobody else; the runtime's backtraces go through one.
  allow_with(filter, SYS_socketpair, 0, local, 1);
  if (confinement->starts_programs) return;
  allow_own(filter, SYS_kill, self);
  allow_own(filter, SYS_tgkill, self);
}

static void refuse_the_network(struct filter *filter) {
  static const int calls[] = {SYS_socket,   SYS_connect, SYS_bind,    SYS_listen,  SYS_accept,
                              SYS_accept4,  SYS_sendto,  SYS_sendmsg, SYS_sendmmsg};
  for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) decide(filter, calls[i], refusal(EACCES));
}

static void decide_all(struct filter *filter, const int *calls, size_t count) {
  for (size_t i = 0; i < count; i++) decide(filter, calls[i], SECCOMP_RET_ALLOW);
}

// Makes the filter; `asks` says whether there is somebody to ask what it cannot decide.
static void fill(struct filter *filter, const struct confinement *confinement, int has_rules, int asks) {
  load(filter, offsetof(struct seccomp_data, arch));
  add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_ARCHITECTURE, 1, 0));
  answer(filter, refusal(EPERM));
  load(filter, offsetof(struct seccomp_data, nr));
  if (asks) decide(filter, SYS_fchmod, SECCOMP_RET_USER_NOTIF);
  if (asks && has_rules) decide(filter, SYS_openat, SECCOMP_RET_USER_NOTIF);
  decide_all(filter, always, sizeof always / sizeof always[0]);
  if (confinement->starts_programs)
    decide_all(filter, of_compilers, sizeof of_compilers / sizeof of_compilers[0]);
  decide_by_arguments(filter, confinement);
  refuse_the_network(filter);
  // A C library that is newer than this list falls back on older calls when told that a call is not known.
  add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 1, 0));
  add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FIRST_NEW, 1, 0));
  answer(filter, refusal(EPERM));
  answer(filter, refusal(ENOSYS));
}

int restrict_calls(const struct confinement *confinement, int has_rules, int *listener) {
  *listener = -1;
  if (THIS_ARCHITECTURE == 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  if (!confinement->starts_programs) {
    struct filter asking = {.count = 0};
    fill(&asking, confinement, has_rules, 1);
    struct sock_fprog program = {asking.count, asking.lines};
    *listener = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    if (*listener >= 0) return 1;
  }
  struct filter silent = {.count = 0};
  fill(&silent, confinement, has_rules, 0);
  struct sock_fprog program = {silent.count, silent.lines};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
