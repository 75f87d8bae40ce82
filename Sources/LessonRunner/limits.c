#define _GNU_SOURCE
#include "runner.h"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
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
  // Address space is that of all threads together, and a run has no second process: so this bounds the whole.
  if (confinement->memory_mb > 0)
    limit(RLIMIT_AS, confinement->memory_mb * megabyte, confinement->memory_mb * megabyte);
  limit(RLIMIT_FSIZE, confinement->output_mb * megabyte, confinement->output_mb * megabyte);
  limit(RLIMIT_NOFILE, 256, 256);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_MSGQUEUE, 0, 0);
}

void drop_powers(void) {
  for (int capability = 0; capability <= 63; capability++) prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
  syscall(SYS_capset, &header, none);
}
