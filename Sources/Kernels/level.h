// Everything of one level. The file that includes this defines WIDTH and TABLE, and states the target.

#include "table.h"

#pragma clang fp contract(off) reassociate(off)

#include "vector.h"

#include "functions.h"

#include "derivatives.h"

INLINE V load(const float *p) {
  V v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}

INLINE void store(float *p, V v) { __builtin_memcpy(p, &v, sizeof v); }

/// The last `count` < WIDTH numbers of an array, and zeros.
INLINE V load_last(const float *p, intptr_t count) {
  float lanes[WIDTH] = {0};
  for (intptr_t i = 0; i < count; i++) lanes[i] = p[i];
  return load(lanes);
}

INLINE void store_last(float *p, V v, intptr_t count) {
  float lanes[WIDTH];
  store(lanes, v);
  for (intptr_t i = 0; i < count; i++) p[i] = lanes[i];
}

#define MAP(name)                                                                                      \
  static void map_##name(float parameter, const float *x, float *y, intptr_t count) {                  \
    intptr_t i = 0;                                                                                    \
    for (; i + WIDTH <= count; i += WIDTH) store(y + i, value_##name(load(x + i), parameter));         \
    const intptr_t rest = count - i;                                                                   \
    if (rest > 0) store_last(y + i, value_##name(load_last(x + i, rest), parameter), rest);            \
  }

#define PULLBACK(name)                                                                                 \
  static void pullback_##name(                                                                         \
      float parameter, const float *x, const float *dy, float *dx, intptr_t count) {                   \
    intptr_t i = 0;                                                                                    \
    for (; i + WIDTH <= count; i += WIDTH)                                                             \
      store(dx + i, load(dy + i) * slope_##name(load(x + i), parameter));                              \
    const intptr_t rest = count - i;                                                                   \
    if (rest > 0)                                                                                      \
      store_last(                                                                                      \
          dx + i, load_last(dy + i, rest) * slope_##name(load_last(x + i, rest), parameter), rest);    \
  }

#define MAP_ENTRY(name) [kernel_##name] = map_##name,
#define PULLBACK_ENTRY(name) [kernel_##name] = pullback_##name,

KERNELS(MAP)
KERNELS_WITH_SLOPE(PULLBACK)
const struct kernels_table TABLE = {
    .map = {KERNELS(MAP_ENTRY)}, .pullback = {KERNELS_WITH_SLOPE(PULLBACK_ENTRY)}};
