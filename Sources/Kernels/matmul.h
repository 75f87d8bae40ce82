// The matrix product. Included once for every level.
//
// A tile of c stays in registers while p runs over the terms; a column of b's panel is a lane. So every
// element of c adds its terms in the order of p, whatever the size of the tile and the width of the vectors.

#define LANES 16
typedef float M __attribute__((ext_vector_type(LANES)));

/// The largest tile that fits in the registers, and the terms that are done at once: a panel fits in the
/// nearest cache.
#if WIDTH == 16
#define TILE_ROWS 8
#define TILE_VECTORS 2
#elif WIDTH == 8
#define TILE_ROWS 6
#define TILE_VECTORS 1
#else
#define TILE_ROWS 4
#define TILE_VECTORS 1
#endif
#define PANEL_COLUMNS (TILE_VECTORS * LANES)
#define PANEL_ROWS 256

INLINE M load16(const float *p) {
  M v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}

INLINE void store16(float *p, M v) { __builtin_memcpy(p, &v, sizeof v); }

#if WIDTH > 4 || defined(__aarch64__)
/// a·b + c, rounded once.
INLINE M fused(M a, M b, M c) { return __builtin_elementwise_fma(a, b, c); }
#else
typedef double M2 __attribute__((ext_vector_type(LANES)));
typedef int64_t I2 __attribute__((ext_vector_type(LANES)));

/// a·b + c, rounded once: the product is exact in doubles, and their sum is rounded to odd, so that rounding
/// it again is harmless (Boldo and Melquiond 2008).
INLINE M fused(M a, M b, M c) {
  const M2 product = __builtin_convertvector(a, M2) * __builtin_convertvector(b, M2);
  const M2 addend = __builtin_convertvector(c, M2);
  const M2 sum = product + addend;
  const M2 shadow = sum - product;
  const M2 lost = (product - (sum - shadow)) + (addend - shadow);
  const I2 even = ((I2)sum & 1) == 0;
  const I2 inexact = (lost > 0) | (lost < 0);
  const I2 outward = (lost > 0) == (sum > 0);
  const I2 odd = (I2)sum + ((even & inexact) & (1 + 2 * ~outward));
  return __builtin_convertvector((M2)odd, M);
}
#endif

/// What a sum starts with.
INLINE M first(const float *start, intptr_t si, intptr_t sj, int r, int v) {
  if (!start) return 0;
  return sj ? load16(start + r * si + v * LANES) : (M)start[r * si];
}

/// c[r, :] = start[r, :] + Σₚ a[r, p]·b[p, :] for a tile of constant size.
INLINE void tile(
    const int rows, const int vectors, intptr_t k, const float *a, intptr_t ai, intptr_t ap, const float *b,
    intptr_t bp, const float *start, intptr_t si, intptr_t sj, float *c, intptr_t ci) {
  M sums[TILE_ROWS][TILE_VECTORS];
#pragma clang loop unroll(full)
  for (int r = 0; r < rows; r++)
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) sums[r][v] = first(start, si, sj, r, v);
  for (intptr_t p = 0; p < k; p++) {
    M row[TILE_VECTORS];
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) row[v] = load16(b + p * bp + v * LANES);
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
      const M factor = a[r * ai + p * ap];
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) sums[r][v] = fused(factor, row[v], sums[r][v]);
    }
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < rows; r++)
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) store16(c + r * ci + v * LANES, sums[r][v]);
}

#define TILE(rows, vectors) tile(rows, vectors, k, a, ai, ap, b, bp, start, si, sj, c, ci)
#define TILE_CASE(rows) \
  case rows: TILE(rows, TILE_VECTORS); break;
#define NARROW_TILE_CASE(rows) \
  case rows: TILE(rows, 1); break;
#if TILE_ROWS == 8
#define TILE_CASES(F) F(1) F(2) F(3) F(4) F(5) F(6) F(7) F(8)
#elif TILE_ROWS == 6
#define TILE_CASES(F) F(1) F(2) F(3) F(4) F(5) F(6)
#else
#define TILE_CASES(F) F(1) F(2) F(3) F(4)
#endif

static void wide_tile(
    int rows, intptr_t k, const float *a, intptr_t ai, intptr_t ap, const float *b, intptr_t bp,
    const float *start, intptr_t si, intptr_t sj, float *c, intptr_t ci) {
  switch (rows) { TILE_CASES(TILE_CASE) }
}

static void narrow_tile(
    int rows, intptr_t k, const float *a, intptr_t ai, intptr_t ap, const float *b, intptr_t bp,
    const float *start, intptr_t si, intptr_t sj, float *c, intptr_t ci) {
  switch (rows) { TILE_CASES(NARROW_TILE_CASE) }
}

typedef float Quad __attribute__((ext_vector_type(4)));

/// Four rows of four of a transposed matrix.
INLINE void transpose4(const float *from, intptr_t step, float *to, intptr_t to_step) {
  Quad r[4];
  for (int i = 0; i < 4; i++) __builtin_memcpy(&r[i], from + i * step, sizeof(Quad));
  const Quad a = __builtin_shufflevector(r[0], r[1], 0, 4, 1, 5);
  const Quad b = __builtin_shufflevector(r[2], r[3], 0, 4, 1, 5);
  const Quad c = __builtin_shufflevector(r[0], r[1], 2, 6, 3, 7);
  const Quad d = __builtin_shufflevector(r[2], r[3], 2, 6, 3, 7);
  const Quad columns[4] = {
      __builtin_shufflevector(a, b, 0, 1, 4, 5), __builtin_shufflevector(a, b, 2, 3, 6, 7),
      __builtin_shufflevector(c, d, 0, 1, 4, 5), __builtin_shufflevector(c, d, 2, 3, 6, 7)};
  for (int i = 0; i < 4; i++) __builtin_memcpy(to + i * to_step, &columns[i], sizeof(Quad));
}

/// A panel of b side by side, `width` floats a row, with zeros behind its last column.
static void pack(
    const float *b, intptr_t bp, intptr_t bj, intptr_t k, intptr_t columns, intptr_t width, float *panel) {
  intptr_t j = 0;
  if (bp == 1) {
    for (; j + 4 <= columns; j += 4) {
      intptr_t p = 0;
      for (; p + 4 <= k; p += 4) transpose4(b + j * bj + p, bj, panel + p * width + j, width);
      for (; p < k; p++)
        for (intptr_t i = j; i < j + 4; i++) panel[p * width + i] = b[i * bj + p];
    }
  }
  for (intptr_t p = 0; p < k; p++) {
    for (intptr_t i = j; i < columns; i++) panel[p * width + i] = b[p * bp + i * bj];
    for (intptr_t i = columns; i < width; i++) panel[p * width + i] = 0;
  }
}

/// A tile whose elements lie elsewhere than in whole vectors: by way of a copy.
static void scattered_tile(
    int rows, int vectors, intptr_t columns, intptr_t k, const float *a, intptr_t ai, intptr_t ap,
    const float *b, intptr_t bp, const float *start, intptr_t si, intptr_t sj, float *c, intptr_t ci,
    intptr_t cj) {
  float copy[TILE_ROWS * PANEL_COLUMNS] = {0};
  const intptr_t width = vectors * LANES;
  if (start)
    for (int r = 0; r < rows; r++)
      for (intptr_t j = 0; j < columns; j++) copy[r * width + j] = start[r * si + j * sj];
  (vectors == 1 ? narrow_tile : wide_tile)(
      rows, k, a, ai, ap, b, bp, start ? copy : NULL, width, 1, copy, width);
  for (int r = 0; r < rows; r++)
    for (intptr_t j = 0; j < columns; j++) c[r * ci + j * cj] = copy[r * width + j];
}

/// The rows of a block, tile by tile: `TILE_ROWS` floats side by side for every term. It reads term by term,
/// as they lie.
static void pack_rows(const float *a, intptr_t ap, intptr_t rows, intptr_t k, float *packed) {
  const intptr_t whole = rows / TILE_ROWS * TILE_ROWS;
  for (intptr_t p = 0; p < k; p++, a += ap) {
    float *to = packed + p * TILE_ROWS;
    // The rows lie far apart, so the processor does not foresee the next one.
    for (intptr_t i = 0; i < rows && p + 8 < k; i += LANES) __builtin_prefetch(a + 8 * ap + i);
    for (intptr_t i = 0; i < whole; i += TILE_ROWS, to += TILE_ROWS * k)
      __builtin_memcpy(to, a + i, TILE_ROWS * sizeof(float));
    for (intptr_t r = 0; r < rows - whole; r++) to[r] = a[whole + r];
  }
}

typedef struct {
  intptr_t m, n, k;
} Sizes;

/// The product of some rows and some terms, panel by panel; `step` is how far it is from a tile's rows to the
/// next.
INLINE void block(
    Sizes size, const float *a, intptr_t ai, intptr_t ap, intptr_t step, const float *b, intptr_t bp,
    intptr_t bj, const float *start, intptr_t si, intptr_t sj, float *c, intptr_t ci, intptr_t cj) {
  float packed[PANEL_ROWS * PANEL_COLUMNS] __attribute__((aligned(64)));
  for (intptr_t j = 0; j < size.n; j += PANEL_COLUMNS) {
    const intptr_t columns = size.n - j < PANEL_COLUMNS ? size.n - j : PANEL_COLUMNS;
    const int vectors = columns > LANES ? TILE_VECTORS : 1;
    const bool whole = columns == vectors * LANES;
    const float *panel = b + j * bj;
    intptr_t panel_step = bp;
    if (bj != 1 || !whole) {
      panel_step = vectors * LANES;
      pack(panel, bp, bj, size.k, columns, panel_step, packed);
      panel = packed;
    }
    for (intptr_t i = 0; i < size.m; i += TILE_ROWS) {
      const int rows = size.m - i < TILE_ROWS ? (int)(size.m - i) : TILE_ROWS;
      const float *left = a + i / TILE_ROWS * step;
      const float *from = start ? start + i * si + j * sj : NULL;
      float *out = c + i * ci + j * cj;
      if (cj == 1 && whole && (sj == 1 || sj == 0))
        (vectors == 1 ? narrow_tile : wide_tile)(
            rows, size.k, left, ai, ap, panel, panel_step, from, si, sj, out, ci);
      else
        scattered_tile(
            rows, vectors, columns, size.k, left, ai, ap, panel, panel_step, from, si, sj, out, ci, cj);
    }
  }
}

/// How many rows of a transposed a are packed at once: they stay in the second cache.
#define BLOCK_ROWS (8 * TILE_ROWS)

static void matmul(
    intptr_t m, intptr_t n, intptr_t k, const float *a, intptr_t ai, intptr_t ap, const float *b, intptr_t bp,
    intptr_t bj, const float *start, intptr_t si, intptr_t sj, float *c, intptr_t ci, intptr_t cj) {
  // Few columns fill few lanes: then the rows are the lanes.
  if (n < 8 && m > n) return matmul(n, m, k, b, bj, bp, a, ap, ai, start, sj, si, c, cj, ci);
  const bool packs = ai == 1 && ap != 1 && bj == 1 && n >= 4 * PANEL_COLUMNS;
  for (intptr_t p = 0; p < k || p == 0; p += PANEL_ROWS, start = c, si = ci, sj = cj) {
    const intptr_t terms = k - p < PANEL_ROWS ? k - p : PANEL_ROWS;
    const float *left = a + p * ap, *right = b + p * bp;
    if (!packs) {
      block((Sizes){m, n, terms}, left, ai, ap, TILE_ROWS * ai, right, bp, bj, start, si, sj, c, ci, cj);
      continue;
    }
    float packed[BLOCK_ROWS * PANEL_ROWS] __attribute__((aligned(64)));
    for (intptr_t i = 0; i < m; i += BLOCK_ROWS) {
      const Sizes size = {m - i < BLOCK_ROWS ? m - i : BLOCK_ROWS, n, terms};
      pack_rows(left + i, ap, size.m, terms, packed);
      block(
          size, packed, 1, TILE_ROWS, TILE_ROWS * terms, right, bp, bj, start ? start + i * si : NULL, si, sj,
          c + i * ci, ci, cj);
    }
  }
}
