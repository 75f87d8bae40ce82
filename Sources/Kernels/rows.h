// Sums, and what is done to rows. Included once for every level.

// The loops go by `WIDTH` where elements do not meet, and by sixteen lanes where they do.

// A copy of constant length is an instruction, one of another length a call: whole vectors go apart.

/// The next vector of an array with `left` numbers to go, filled up with zeros.
INLINE V next(const float *p, intptr_t left) {
  V v = 0;
  if (left >= WIDTH)
    __builtin_memcpy(&v, p, sizeof v);
  else
    __builtin_memcpy(&v, p, left * sizeof(float));
  return v;
}

INLINE void put(float *p, V v, intptr_t left) {
  if (left >= WIDTH)
    __builtin_memcpy(p, &v, sizeof v);
  else
    __builtin_memcpy(p, &v, left * sizeof(float));
}

#define WHOLE_AND_LAST(i, count) for (intptr_t i = 0; i < (count); i += WIDTH)

INLINE M next16(const float *p, intptr_t left) {
  if (left >= LANES) return load16(p);
  M v = 0;
  __builtin_memcpy(&v, p, left * sizeof(float));
  return v;
}

/// The sum of the lanes, by halves.
INLINE float sum_of_lanes(M v) {
  const float __attribute__((ext_vector_type(8))) a = v.lo + v.hi;
  const Quad b = a.lo + a.hi;
  const float __attribute__((ext_vector_type(2))) c = b.lo + b.hi;
  return c.x + c.y;
}

#define SUM_OF(term)                                               \
  M total = 0;                                                     \
  for (intptr_t i = 0; i < count; i += LANES) total += term;       \
  return sum_of_lanes(total)

static float sum(const float *x, intptr_t count) { SUM_OF(next16(x + i, count - i)); }

static float dot(const float *x, const float *y, intptr_t count) {
  SUM_OF(next16(x + i, count - i) * next16(y + i, count - i));
}

#define ELEMENTWISE(name, op)                                                                           \
  static void name(const float *a, intptr_t as, const float *b, intptr_t bs, float *y, intptr_t count) { \
    if (as == 1 && bs == 1)                                                                             \
      for (intptr_t i = 0; i < count; i++) y[i] = a[i] op b[i];                                         \
    else if (as == 1) {                                                                                 \
      const float right = *b;                                                                           \
      for (intptr_t i = 0; i < count; i++) y[i] = a[i] op right;                                        \
    } else if (bs == 1) {                                                                               \
      const float left = *a;                                                                            \
      for (intptr_t i = 0; i < count; i++) y[i] = left op b[i];                                         \
    } else {                                                                                            \
      const float value = *a op * b;                                                                    \
      for (intptr_t i = 0; i < count; i++) y[i] = value;                                                \
    }                                                                                                   \
  }

ELEMENTWISE(add, +)
ELEMENTWISE(subtract, -)
ELEMENTWISE(multiply, *)
ELEMENTWISE(divide, /)

static void add_scaled(float scale, const float *x, float *y, intptr_t count) {
  for (intptr_t i = 0; i < count; i++) y[i] += scale * x[i];
}

static void sum_rows(const float *x, intptr_t rows, intptr_t columns, float *y) {
  for (intptr_t i = 0; i < rows; i++) add_scaled(1, x + i * columns, y, columns);
}

/// The largest number, or NaN.
static float largest_of(const float *x, intptr_t count) {
  if (count < LANES) {
    float best = x[0];
    for (intptr_t i = 1; i < count; i++) best = x[i] > best || x[i] != x[i] ? x[i] : best;
    return best;
  }
  M best = load16(x);
  for (intptr_t i = LANES; i < count; i += LANES) {
    // The last vector reaches back, where it runs over.
    const M v = load16(x + (count - i < LANES ? count - LANES : i));
    best = ((v > best) | (v != v)) ? v : best;
  }
  float lanes[LANES];
  store16(lanes, best);
  float largest = lanes[0];
  for (int i = 1; i < LANES; i++) largest = lanes[i] > largest || lanes[i] != lanes[i] ? lanes[i] : largest;
  return largest;
}

static void softmax(
    const float *x, float *y, float *largest, float *sums, intptr_t rows, intptr_t columns, float scale,
    bool causal) {
  for (intptr_t r = 0; r < rows; r++, x += columns, y += columns) {
    const intptr_t count = causal ? r % columns + 1 : columns;
    largest[r] = largest_of(x, count);
    WHOLE_AND_LAST(i, count) put(y + i, value_exp(scale * (next(x + i, count - i) - largest[r]), 0), count - i);
    sums[r] = sum(y, count);
    const float share = 1 / sums[r];
    for (intptr_t i = 0; i < count; i++) y[i] *= share;
    for (intptr_t i = count; i < columns; i++) y[i] = 0;
  }
}

static void softmax_pullback(
    const float *y, const float *dy, float *dx, intptr_t rows, intptr_t columns, float scale) {
  for (intptr_t r = 0; r < rows; r++, y += columns, dy += columns, dx += columns) {
    const float mean = dot(y, dy, columns);
    for (intptr_t i = 0; i < columns; i++) dx[i] = scale * (y[i] * (dy[i] - mean));
  }
}

/// Σ (x − mean)².
static float squared_distance(const float *x, float mean, intptr_t count) {
  M total = 0;
  for (intptr_t i = 0; i < count; i += LANES) {
    M difference = next16(x + i, count - i) - mean;
    if (count - i < LANES)
      for (intptr_t j = count - i; j < LANES; j++) difference[j] = 0;
    total += difference * difference;
  }
  return sum_of_lanes(total);
}

static void normalize(
    const float *x, const float *gain, const float *bias, float *y, float *means, float *scales, intptr_t rows,
    intptr_t columns, float epsilon) {
  for (intptr_t r = 0; r < rows; r++, x += columns, y += columns) {
    const float mean = bias ? sum(x, columns) / columns : 0;
    const float scale = 1 / __builtin_sqrtf(squared_distance(x, mean, columns) / columns + epsilon);
    means[r] = mean;
    scales[r] = scale;
    if (bias)
      for (intptr_t i = 0; i < columns; i++) y[i] = (x[i] - mean) * scale * gain[i] + bias[i];
    else
      for (intptr_t i = 0; i < columns; i++) y[i] = x[i] * scale * gain[i];
  }
}

static void normalize_pullback(
    const float *x, const float *gain, const float *dy, const float *means, const float *scales, float *dx,
    float *dgain, float *dbias, intptr_t rows, intptr_t columns) {
  for (intptr_t r = 0; r < rows; r++, x += columns, dy += columns, dx += columns) {
    const float mean = means[r], scale = scales[r];
    M sum_of_slopes = 0, sum_of_products = 0;
    for (intptr_t i = 0; i < columns; i += LANES) {
      const M slope = next16(dy + i, columns - i) * next16(gain + i, columns - i);
      sum_of_slopes += slope;
      sum_of_products += slope * ((next16(x + i, columns - i) - mean) * scale);
    }
    const float along = sum_of_lanes(sum_of_products) / columns;
    const float level = dbias ? sum_of_lanes(sum_of_slopes) / columns : 0;
    for (intptr_t i = 0; i < columns; i++) {
      const float unit = (x[i] - mean) * scale;
      dx[i] = scale * (dy[i] * gain[i] - level - unit * along);
      dgain[i] += dy[i] * unit;
    }
    if (dbias) add_scaled(1, dy, dbias, columns);
  }
}

static void adam(
    float *w, const float *g, float *m, float *v, intptr_t count, float step, float decay, float beta1,
    float beta2, float correction, float epsilon) {
  WHOLE_AND_LAST(i, count) {
    const intptr_t left = count - i;
    const V slope = next(g + i, left);
    const V mean = next(m + i, left) * beta1 + (1 - beta1) * slope;
    const V square = next(v + i, left) * beta2 + (1 - beta2) * slope * slope;
    const V size = __builtin_elementwise_sqrt(square) / correction + epsilon;
    put(m + i, mean, left);
    put(v + i, square, left);
    put(w + i, next(w + i, left) * decay - step * mean / size, left);
  }
}
