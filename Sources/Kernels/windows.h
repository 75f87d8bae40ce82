// What the windows of a convolution see. Included once for every level.

typedef float Octet __attribute__((ext_vector_type(8)));

INLINE void copy_run(const float *from, float *to, intptr_t count) {
  intptr_t i = 0;
  for (; i + 8 <= count; i += 8) __builtin_memcpy(to + i, from + i, sizeof(Octet));
  for (; i < count; i++) to[i] = from[i];
}

INLINE void add_run(const float *from, float *to, intptr_t count) {
  intptr_t i = 0;
  for (; i + 8 <= count; i += 8) {
    Octet a, b;
    __builtin_memcpy(&a, from + i, sizeof a);
    __builtin_memcpy(&b, to + i, sizeof b);
    b += a;
    __builtin_memcpy(to + i, &b, sizeof b);
  }
  for (; i < count; i++) to[i] += from[i];
}

static void unfold(
    const float *image, float *columns, intptr_t channels, intptr_t rows, intptr_t width, intptr_t kh, intptr_t kw,
    intptr_t stride, intptr_t h, intptr_t w) {
  for (intptr_t c = 0; c < channels; c++)
    for (intptr_t place = 0; place < kh * kw; place++) {
      const float *seen = image + (c * rows + place / kw) * width + place % kw;
      for (intptr_t y = 0; y < h; y++, seen += stride * width, columns += w) {
        if (stride == 1)
          copy_run(seen, columns, w);
        else
          for (intptr_t x = 0; x < w; x++) columns[x] = seen[x * stride];
      }
    }
}

static void fold(
    const float *columns, float *image, intptr_t channels, intptr_t rows, intptr_t width, intptr_t kh, intptr_t kw,
    intptr_t stride, intptr_t h, intptr_t w) {
  for (intptr_t c = 0; c < channels; c++)
    for (intptr_t place = 0; place < kh * kw; place++) {
      float *seen = image + (c * rows + place / kw) * width + place % kw;
      for (intptr_t y = 0; y < h; y++, seen += stride * width, columns += w) {
        if (stride == 1)
          add_run(columns, seen, w);
        else
          for (intptr_t x = 0; x < w; x++) seen[x * stride] += columns[x];
      }
    }
}

static void copy_rows(
    const float *from, intptr_t from_step, float *to, intptr_t to_step, intptr_t rows, intptr_t width) {
  for (intptr_t i = 0; i < rows; i++) copy_run(from + i * from_step, to + i * to_step, width);
}

/// The largest numbers of windows of 2×2, four windows at a time.
static void max_pool_2(
    const float *images, int32_t *places, float *largest, intptr_t count, intptr_t height, intptr_t width) {
  typedef int32_t Index __attribute__((ext_vector_type(4)));
  const Index step = {0, 2, 4, 6};
  for (intptr_t row = 0; row < count * (height / 2); row++) {
    const intptr_t top = row / (height / 2) * height + row % (height / 2) * 2;
    for (intptr_t x = 0; x < width / 2; x += 4, places += 4, largest += 4) {
      const int32_t start = (int32_t)(top * width + 2 * x);
      Octet upper, lower;
      __builtin_memcpy(&upper, images + start, sizeof upper);
      __builtin_memcpy(&lower, images + start + width, sizeof lower);
      Quad best = upper.even;
      Index place = start + step;
#define CONSIDER(candidates, offset)                                                              \
  {                                                                                               \
    const Quad candidate = candidates;                                                            \
    const Index larger = (candidate > best) | (candidate != candidate);                           \
    best = larger ? candidate : best;                                                             \
    place = larger ? start + (int32_t)(offset) + step : place;                                    \
  }
      CONSIDER(upper.odd, 1)
      CONSIDER(lower.even, width)
      CONSIDER(lower.odd, width + 1)
#undef CONSIDER
      __builtin_memcpy(places, &place, sizeof place);
      __builtin_memcpy(largest, &best, sizeof best);
    }
  }
}

static void max_pool(
    const float *images, int32_t *places, float *largest, intptr_t count, intptr_t height, intptr_t width,
    intptr_t size) {
  if (size == 2 && width % 8 == 0) return max_pool_2(images, places, largest, count, height, width);
  for (intptr_t row = 0; row < count * (height / size); row++) {
    const intptr_t top = row / (height / size) * height + row % (height / size) * size;
    for (intptr_t x = 0; x < width / size; x++) {
      int32_t place = (int32_t)(top * width + x * size);
      float best = images[place];
      for (intptr_t i = 0; i < size * size; i++) {
        const int32_t at = (int32_t)((top + i / size) * width + x * size + i % size);
        const bool larger = images[at] > best || images[at] != images[at];
        place = larger ? at : place;
        best = larger ? images[at] : best;
      }
      *places++ = place;
      *largest++ = best;
    }
  }
}
