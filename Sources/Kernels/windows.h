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
