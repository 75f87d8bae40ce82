#include "kernels.h"
#include "training_table.h"

/// The loops of the level in use. AVX2 comes with fused multiply-add in every processor but a few; those are left to
/// the portable level.
static const struct training_table *table(void) {
#if defined(__x86_64__)
  switch (kernels_level()) {
    case kernels_avx512: return &training_table_avx512;
    case kernels_avx2: return __builtin_cpu_supports("fma") ? &training_table_avx2 : &training_table_portable;
  }
#endif
  return &training_table_portable;
}

void kernels_matmul(
    intptr_t m, intptr_t n, intptr_t k, const float *a, intptr_t ai, intptr_t ap, const float *b,
    intptr_t bp, intptr_t bj, const float *start, intptr_t si, intptr_t sj, float *c, intptr_t ci, intptr_t cj) {
  table()->matmul(m, n, k, a, ai, ap, b, bp, bj, start, si, sj, c, ci, cj);
}

void kernels_add(const float *a, intptr_t as, const float *b, intptr_t bs, float *y, intptr_t count) {
  table()->add(a, as, b, bs, y, count);
}

void kernels_subtract(const float *a, intptr_t as, const float *b, intptr_t bs, float *y, intptr_t count) {
  table()->subtract(a, as, b, bs, y, count);
}

void kernels_multiply(const float *a, intptr_t as, const float *b, intptr_t bs, float *y, intptr_t count) {
  table()->multiply(a, as, b, bs, y, count);
}

void kernels_divide(const float *a, intptr_t as, const float *b, intptr_t bs, float *y, intptr_t count) {
  table()->divide(a, as, b, bs, y, count);
}

void kernels_add_scaled(float scale, const float *x, float *y, intptr_t count) {
  table()->add_scaled(scale, x, y, count);
}

float kernels_sum(const float *x, intptr_t count) {
  return table()->sum(x, count);
}

float kernels_dot(const float *x, const float *y, intptr_t count) {
  return table()->dot(x, y, count);
}

void kernels_sum_rows(const float *x, intptr_t rows, intptr_t columns, float *y) {
  table()->sum_rows(x, rows, columns, y);
}

void kernels_softmax(
    const float *x, float *y, float *largest, float *sums, intptr_t rows, intptr_t columns, float scale,
    bool causal) {
  table()->softmax(x, y, largest, sums, rows, columns, scale, causal);
}

void kernels_softmax_pullback(
    const float *y, const float *dy, float *dx, intptr_t rows, intptr_t columns, float scale) {
  table()->softmax_pullback(y, dy, dx, rows, columns, scale);
}

void kernels_normalize(
    const float *x, const float *gain, const float *bias, float *y, float *means, float *scales,
    intptr_t rows, intptr_t columns, float epsilon) {
  table()->normalize(x, gain, bias, y, means, scales, rows, columns, epsilon);
}

void kernels_normalize_pullback(
    const float *x, const float *gain, const float *dy, const float *means, const float *scales, float
    *dx, float *dgain, float *dbias, intptr_t rows, intptr_t columns) {
  table()->normalize_pullback(x, gain, dy, means, scales, dx, dgain, dbias, rows, columns);
}

void kernels_adam(
    float *w, const float *g, float *m, float *v, intptr_t count, float step, float decay, float beta1,
    float beta2, float correction, float epsilon) {
  table()->adam(w, g, m, v, count, step, decay, beta1, beta2, correction, epsilon);
}

void kernels_lstm(
    float *gates, const float *cell, float *next_cell, float *next_hidden, intptr_t rows, intptr_t width) {
  table()->lstm(gates, cell, next_cell, next_hidden, rows, width);
}

void kernels_lstm_pullback(
    const float *gates, const float *cell, const float *next_cell, const float *dhidden, float *dcell,
    float *dgates, intptr_t rows, intptr_t width) {
  table()->lstm_pullback(gates, cell, next_cell, dhidden, dcell, dgates, rows, width);
}

void kernels_gru(
    float *gates, const float *recurrent, const float *hidden, float *next_hidden, intptr_t rows,
    intptr_t width) {
  table()->gru(gates, recurrent, hidden, next_hidden, rows, width);
}

void kernels_gru_pullback(
    const float *gates, const float *recurrent, const float *hidden, float *dhidden, float *dgates,
    float *drecurrent, intptr_t rows, intptr_t width) {
  table()->gru_pullback(gates, recurrent, hidden, dhidden, dgates, drecurrent, rows, width);
}

void kernels_unfold(
    const float *image, float *columns, intptr_t channels, intptr_t rows, intptr_t width, intptr_t kh, intptr_t kw,
    intptr_t stride, intptr_t h, intptr_t w) {
  table()->unfold(image, columns, channels, rows, width, kh, kw, stride, h, w);
}

void kernels_fold(
    const float *columns, float *image, intptr_t channels, intptr_t rows, intptr_t width, intptr_t kh, intptr_t kw,
    intptr_t stride, intptr_t h, intptr_t w) {
  table()->fold(columns, image, channels, rows, width, kh, kw, stride, h, w);
}

void kernels_copy_rows(
    const float *from, intptr_t from_step, float *to, intptr_t to_step, intptr_t rows, intptr_t width) {
  table()->copy_rows(from, from_step, to, to_step, rows, width);
}

void kernels_max_pool(
    const float *images, int32_t *places, float *largest, intptr_t count, intptr_t height, intptr_t width,
    intptr_t size) {
  table()->max_pool(images, places, largest, count, height, width, size);
}
