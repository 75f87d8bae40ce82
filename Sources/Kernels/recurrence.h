// The steps of recurrent cells that are not matrix products. Included once for every level.

static void lstm(
    float *gates, const float *cell, float *next_cell, float *next_hidden, intptr_t rows, intptr_t width) {
  for (intptr_t r = 0; r < rows; r++) {
    float *const row = gates + 4 * r * width;
    WHOLE_AND_LAST(j, width) {
      const intptr_t left = width - j, at = r * width + j;
      const V i = value_sigmoid(next(row + j, left), 0);
      const V f = value_sigmoid(next(row + width + j, left), 0);
      const V g = value_tanh(next(row + 2 * width + j, left), 0);
      const V o = value_sigmoid(next(row + 3 * width + j, left), 0);
      const V c = f * next(cell + at, left) + i * g;
      put(row + j, i, left);
      put(row + width + j, f, left);
      put(row + 2 * width + j, g, left);
      put(row + 3 * width + j, o, left);
      put(next_cell + at, c, left);
      put(next_hidden + at, o * value_tanh(c, 0), left);
    }
  }
}

static void lstm_pullback(
    const float *gates, const float *cell, const float *next_cell, const float *dhidden, float *dcell,
    float *dgates, intptr_t rows, intptr_t width) {
  for (intptr_t r = 0; r < rows; r++) {
    const float *const row = gates + 4 * r * width;
    float *const drow = dgates + 4 * r * width;
    WHOLE_AND_LAST(j, width) {
      const intptr_t left = width - j, at = r * width + j;
      const V i = next(row + j, left), f = next(row + width + j, left);
      const V g = next(row + 2 * width + j, left), o = next(row + 3 * width + j, left);
      const V squashed = value_tanh(next(next_cell + at, left), 0);
      const V dh = next(dhidden + at, left);
      const V dc = next(dcell + at, left) + dh * o * (1 - squashed * squashed);
      put(drow + j, dc * g * i * (1 - i), left);
      put(drow + width + j, dc * next(cell + at, left) * f * (1 - f), left);
      put(drow + 2 * width + j, dc * i * (1 - g * g), left);
      put(drow + 3 * width + j, dh * squashed * o * (1 - o), left);
      put(dcell + at, dc * f, left);
    }
  }
}

static void gru(
    float *gates, const float *recurrent, const float *hidden, float *next_hidden, intptr_t rows,
    intptr_t width) {
  for (intptr_t q = 0; q < rows; q++) {
    float *const row = gates + 3 * q * width;
    const float *const memory = recurrent + 3 * q * width;
    WHOLE_AND_LAST(j, width) {
      const intptr_t left = width - j, at = q * width + j;
      const V r = value_sigmoid(next(row + j, left) + next(memory + j, left), 0);
      const V z = value_sigmoid(next(row + width + j, left) + next(memory + width + j, left), 0);
      const V n = value_tanh(
          next(row + 2 * width + j, left) + r * next(memory + 2 * width + j, left), 0);
      put(row + j, r, left);
      put(row + width + j, z, left);
      put(row + 2 * width + j, n, left);
      put(next_hidden + at, (1 - z) * n + z * next(hidden + at, left), left);
    }
  }
}

static void gru_pullback(
    const float *gates, const float *recurrent, const float *hidden, float *dhidden, float *dgates,
    float *drecurrent, intptr_t rows, intptr_t width) {
  for (intptr_t q = 0; q < rows; q++) {
    const float *const row = gates + 3 * q * width;
    const intptr_t base = 3 * q * width;
    WHOLE_AND_LAST(j, width) {
      const intptr_t left = width - j, at = q * width + j;
      const V r = next(row + j, left), z = next(row + width + j, left), n = next(row + 2 * width + j, left);
      const V dh = next(dhidden + at, left);
      const V dn = dh * (1 - z) * (1 - n * n);
      const V dr = dn * next(recurrent + base + 2 * width + j, left) * r * (1 - r);
      const V dz = dh * (next(hidden + at, left) - n) * z * (1 - z);
      put(dgates + base + j, dr, left);
      put(dgates + base + width + j, dz, left);
      put(dgates + base + 2 * width + j, dn, left);
      put(drecurrent + base + j, dr, left);
      put(drecurrent + base + width + j, dz, left);
      put(drecurrent + base + 2 * width + j, dn * r, left);
      put(dhidden + at, dh * z, left);
    }
  }
}
