#include "datasets.h"

#include <string.h>
#include <zlib.h>

// Clang embeds in every version of C, and remarks that C23 brought it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char digits[] = {
#embed "digits8x8.csv.gz"
};
static const unsigned char fashion_images[] = {
#embed "fashion4k-images.idx3.gz"
};
static const unsigned char fashion_labels[] = {
#embed "fashion4k-labels.idx1.gz"
};
static const unsigned char austen[] = {
#embed "austen-pride.txt.gz"
};
static const unsigned char shakespeare[] = {
#embed "shakespeare.txt.gz"
};
static const unsigned char spoken_index[] = {
#embed "spoken-digits-index.tsv.gz"
};
static const unsigned char spoken_pictures[] = {
#embed "spoken-digits-logmel.idx3.gz"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
    {"digits8x8.csv", digits, sizeof digits},
    {"fashion4k-images.idx3", fashion_images, sizeof fashion_images},
    {"fashion4k-labels.idx1", fashion_labels, sizeof fashion_labels},
    {"austen-pride.txt", austen, sizeof austen},
    {"shakespeare.txt", shakespeare, sizeof shakespeare},
    {"spoken-digits-index.tsv", spoken_index, sizeof spoken_index},
    {"spoken-digits-logmel.idx3", spoken_pictures, sizeof spoken_pictures},
};

const unsigned char *dataset_packed(const char *name, size_t *count) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) {
      *count = files[i].count;
      return files[i].bytes;
    }
  }
  return NULL;
}

long dataset_unpack(const unsigned char *packed, size_t count, unsigned char *output, size_t room) {
  z_stream stream = {
      .next_in = (Bytef *)packed, .avail_in = (uInt)count, .next_out = output, .avail_out = (uInt)room};
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return -1;
  int status = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  return status == Z_STREAM_END ? (long)stream.total_out : -1;
}
