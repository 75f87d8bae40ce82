#define _GNU_SOURCE
#include "scratch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const int folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

// Opens a folder, which its owner may have closed to himself.
static int open_folder(int parent, const char *name) {
  int folder = openat(parent, name, folder_flags);
  if (folder < 0 && errno == EACCES && fchmodat(parent, name, 0700, 0) == 0)
    folder = openat(parent, name, folder_flags);
  return folder;
}

static int is_own_or_parent(const char *name) { return !strcmp(name, ".") || !strcmp(name, ".."); }

// Measuring. A path may be longer than the system takes, so each folder is opened from the one before; what lies
// deeper than this counts as more than enough.
enum { DEEPEST = 100 };

static int is_more(const struct scratch_usage *one, const struct scratch_usage *other) {
  return one->bytes > other->bytes || one->files > other->files;
}

static void measure(int folder, int depth, struct scratch_usage *found, const struct scratch_usage *most) {
  DIR *list = fdopendir(folder);
  if (!list) {
    close(folder);
    return;
  }
  for (struct dirent *entry; !is_more(found, most) && (entry = readdir(list));) {
    struct stat status;
    if (is_own_or_parent(entry->d_name)) continue;
    if (fstatat(dirfd(list), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
    found->files += 1;
    found->bytes += (uint64_t)status.st_blocks * 512;
    if (!S_ISDIR(status.st_mode)) continue;
    if (depth == DEEPEST) {
      found->files = most->files + 1;
      break;
    }
    int child = open_folder(dirfd(list), entry->d_name);
    if (child >= 0) measure(child, depth + 1, found, most);
  }
  closedir(list);
}

struct scratch_usage scratch_measure(const char *path, struct scratch_usage most) {
  struct scratch_usage found = {0, 0};
  int folder = open_folder(AT_FDCWD, path);
  if (folder >= 0) measure(folder, 0, &found, &most);
  return found;
}

// Removing. Folders inside a folder are first moved up to the outermost one, so that nothing is ever deeper than
// one level, and no path grows long.

static _Thread_local int first_problem = 0;

static void note_problem(void) {
  if (first_problem == 0) first_problem = errno;
}

// Moves a folder up into `root` under a name that nothing else has.
static int lift(int parent, const char *name, int root, unsigned long *counter) {
  char free_name[40];
  for (int attempt = 0; attempt < 1000; attempt++) {
    snprintf(free_name, sizeof free_name, ".lifted-%lu", (*counter)++);
    if (renameat2(parent, name, root, free_name, RENAME_NOREPLACE) == 0) return 0;
    if (errno == EINVAL || errno == ENOSYS) return renameat(parent, name, root, free_name);
    if (errno == EACCES && fchmodat(parent, name, 0700, 0) == 0) continue;
    if (errno != EEXIST) return -1;
  }
  return -1;
}

static int is_folder(int parent, const struct dirent *entry) {
  if (entry->d_type != DT_UNKNOWN) return entry->d_type == DT_DIR;
  struct stat status;
  return fstatat(parent, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

// Removes the files of a folder and lifts its folders; the folder itself is then empty.
static int empty(int parent, const char *name, int root, unsigned long *counter) {
  int folder = open_folder(parent, name);
  if (folder < 0) return -1;
  fchmod(folder, 0700);
  DIR *list = fdopendir(folder);
  if (!list) {
    close(folder);
    return -1;
  }
  for (struct dirent *entry; (entry = readdir(list));) {
    if (is_own_or_parent(entry->d_name)) continue;
    int failed = is_folder(folder, entry) ? lift(folder, entry->d_name, root, counter)
                                          : unlinkat(folder, entry->d_name, 0);
    if (failed) note_problem();
  }
  closedir(list);
  return 0;
}

// Removes everything in `root` once around; returns how many entries it has removed or lifted out of others.
static long sweep(int root, unsigned long *counter) {
  int again = openat(root, ".", folder_flags);
  DIR *list = again >= 0 ? fdopendir(again) : NULL;
  if (!list) return 0;
  long count = 0;
  for (struct dirent *entry; (entry = readdir(list));) {
    if (is_own_or_parent(entry->d_name)) continue;
    int failed = 0;
    if (is_folder(root, entry)) {
      failed = empty(root, entry->d_name, root, counter) || unlinkat(root, entry->d_name, AT_REMOVEDIR);
    } else {
      failed = unlinkat(root, entry->d_name, 0);
    }
    if (failed) note_problem();
    count += !failed;
  }
  closedir(list);
  return count;
}

int scratch_remove(const char *path) {
  first_problem = 0;
  int root = open_folder(AT_FDCWD, path);
  if (root < 0) return errno;
  fchmod(root, 0700);
  unsigned long counter = 0;
  while (sweep(root, &counter) > 0) first_problem = 0;
  close(root);
  if (rmdir(path) == 0) return 0;
  return first_problem ? first_problem : errno;
}
