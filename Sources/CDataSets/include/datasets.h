#include <stddef.h>

/// The file of this name, still packed, its length in `count`; NULL if there is none.
const unsigned char *_Nullable dataset_packed(const char *_Nonnull name, size_t *_Nonnull count);

/// Unpacks a gzip file of `count` bytes into `room` bytes at `output`, and answers how many it wrote; -1 if the file
/// is damaged or longer than the room.
long dataset_unpack(
    const unsigned char *_Nonnull packed, size_t count, unsigned char *_Nonnull output, size_t room);
