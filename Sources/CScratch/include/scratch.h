// Folders in which a program was let loose: however deep, and whatever their permissions, they can be measured and
// removed.

#ifndef SCRATCH_H
#define SCRATCH_H

#include <stdint.h>

/// How much a folder holds.
struct scratch_usage {
  uint64_t bytes;  ///< what its files take on the disk
  uint64_t files;  ///< how many files and folders there are
};

/// Adds up what lies below `path`; stops counting as soon as more than `most` is found.
struct scratch_usage scratch_measure(const char *path, struct scratch_usage most);

/// Removes the folder `path` with all that it holds; links are removed, never followed.
///
/// Returns 0, or the number of the error that kept something there.
int scratch_remove(const char *path);

#endif
