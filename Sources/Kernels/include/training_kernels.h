#pragma once

#include <stdbool.h>
#include <stdint.h>

/// What a network spends its time in: matrix products, rows that become shares or are normalized, recurrent
/// steps, and the updates of the optimisers, on row-major arrays of floats.
///
/// Every level of dispatch gives the same bits. Sums over a row have sixteen partial sums on every processor;
/// a matrix product adds its terms in order, each with one rounding (fused multiply-add).

/// c[i·ci + j·cj] = start[i·si + j·sj] + Σₚ a[i·ai + p·ap]·b[p·bp + j·bj].
///
/// c is m×n, and the sum has k terms. A transposed operand is one whose steps are exchanged; NULL starts at
/// 0, c itself adds to what is there, and a step of 0 repeats a bias.
void kernels_matmul(
    intptr_t m, intptr_t n, intptr_t k, const float *a, intptr_t ai, intptr_t ap, const float *b, intptr_t bp,
    intptr_t bj, const float *start, intptr_t si, intptr_t sj, float *c, intptr_t ci, intptr_t cj);

/// y[i] = a[i·as] + b[i·bs], and its sisters; a step is 0 or 1, and y may be a or b.
void kernels_add(const float *a, intptr_t as, const float *b, intptr_t bs, float *y, intptr_t count);
void kernels_subtract(const float *a, intptr_t as, const float *b, intptr_t bs, float *y, intptr_t count);
void kernels_multiply(const float *a, intptr_t as, const float *b, intptr_t bs, float *y, intptr_t count);
void kernels_divide(const float *a, intptr_t as, const float *b, intptr_t bs, float *y, intptr_t count);

/// y[i] += scale·x[i].
void kernels_add_scaled(float scale, const float *x, float *y, intptr_t count);

/// Σ x[i].
float kernels_sum(const float *x, intptr_t count);
/// Σ x[i]·y[i].
float kernels_dot(const float *x, const float *y, intptr_t count);
/// y[j] += Σᵢ x[i, j], in the order of the rows.
void kernels_sum_rows(const float *x, intptr_t rows, intptr_t columns, float *y);

/// y = softmax(scale·x) of every row, with the rows' largest elements and sums of exponentials.
///
/// A causal row r sees only its first r mod columns + 1 elements; the others get the share 0.
void kernels_softmax(
    const float *x, float *y, float *largest, float *sums, intptr_t rows, intptr_t columns, float scale,
    bool causal);
/// dx = scale·y∘(dy − Σ y∘dy) of every row.
void kernels_softmax_pullback(
    const float *y, const float *dy, float *dx, intptr_t rows, intptr_t columns, float scale);

/// y = gain∘(x − mean)/√(variance + epsilon) + bias of every row; without `bias`, the mean is taken to be 0.
void kernels_normalize(
    const float *x, const float *gain, const float *bias, float *y, float *means, float *scales, intptr_t rows,
    intptr_t columns, float epsilon);
/// The gradients of the above; those of gain and bias are added to what is there.
void kernels_normalize_pullback(
    const float *x, const float *gain, const float *dy, const float *means, const float *scales, float *dx,
    float *dgain, float *dbias, intptr_t rows, intptr_t columns);

/// One step of Adam with decoupled weight decay: `decay` is 1 − rate·λ, `step` is rate/(1 − β₁ᵗ), and
/// `correction` is √(1 − β₂ᵗ).
void kernels_adam(
    float *w, const float *g, float *m, float *v, intptr_t count, float step, float decay, float beta1,
    float beta2, float correction, float epsilon);

/// One step of an LSTM: `gates` holds the sums of i, f, g, o of every row and becomes their values.
void kernels_lstm(
    float *gates, const float *cell, float *next_cell, float *next_hidden, intptr_t rows, intptr_t width);
/// `gates` holds their values; dgates the gradients of the sums; dcell that of the new cell, then of the old
/// one.
void kernels_lstm_pullback(
    const float *gates, const float *cell, const float *next_cell, const float *dhidden, float *dcell,
    float *dgates, intptr_t rows, intptr_t width);

/// One step of a GRU: `gates` holds what the input gives r, z, n, and becomes their values; `recurrent` holds
/// what the hidden state gives them.
void kernels_gru(
    float *gates, const float *recurrent, const float *hidden, float *next_hidden, intptr_t rows,
    intptr_t width);
/// dgates and drecurrent are the gradients of the two sums; dhidden that of the new state, then its direct
/// share in that of the old one.
void kernels_gru_pullback(
    const float *gates, const float *recurrent, const float *hidden, float *dhidden, float *dgates,
    float *drecurrent, intptr_t rows, intptr_t width);

/// The pictures under a window, side by side: columns[c·kh·kw + ky·kw + kx, y·w + x] is the number that the
/// window's place (ky, kx) sees of channel c when it stands at (y, x) of h×w. `image` is padded, rows·width a
/// channel.
void kernels_unfold(
    const float *image, float *columns, intptr_t channels, intptr_t rows, intptr_t width, intptr_t kh,
    intptr_t kw, intptr_t stride, intptr_t h, intptr_t w);
/// Adds every column back to where it was seen.
void kernels_fold(
    const float *columns, float *image, intptr_t channels, intptr_t rows, intptr_t width, intptr_t kh,
    intptr_t kw, intptr_t stride, intptr_t h, intptr_t w);

/// Copies rows of `width` floats that lie `from_step` apart to where they lie `to_step` apart.
void kernels_copy_rows(
    const float *from, intptr_t from_step, float *to, intptr_t to_step, intptr_t rows, intptr_t width);

/// The largest float of every window of size×size, and its place among all; the first of equals, and any NaN.
void kernels_max_pool(
    const float *images, int32_t *places, float *largest, intptr_t count, intptr_t height, intptr_t width,
    intptr_t size);
