// The activations: one vector in, one vector out. Included once for every level.

#include "tables.h"

#define VALUE(name) INLINE V value_##name(V x, float parameter)

VALUE(relu) { return x <= 0 ? (V)0 : x; }
VALUE(leaky_relu) { return x < 0 ? parameter * x : x; }

VALUE(relu_squared) {
  const V y = value_relu(x, 0);
  return y * y;
}

VALUE(sigmoid) {
  const V d = decay(x);
  return (x < 0 ? d : 1) / (1 + d);
}

/// x/(1 + e⁻ˣ) on the right, x·eˣ/(1 + eˣ) on the left; 2⁶⁴ is taken away at the end, where the result may be
/// subnormal.
VALUE(silu) {
  const Power p = decaying(x);
  const V numerator = x < 0 ? times(at_least(x, -130), p) : x;
  const V back = x < 0 ? (V)TWO_TO_MINUS_64 : (V)1;
  return numerator / (1 + times(1, p) * TWO_TO_MINUS_64) * back;
}

/// x·σ(u), where p is eᵘ with the bias 64.
INLINE V gated(V x, Power p) {
  const D e = wide(p);
  return rounded(widened(at_least(x, -130)) * (e / (1 + e)));
}

/// x·w/(w + 2) with w = eˣ(eˣ + 2).
VALUE(mish) {
  const V near = at_least(at_most(x, 20), -130);
  const D e = wide(power(near, NOTHING, 64));
  const D w = e * (e + 2);
  return x > 20 ? x : rounded(widened(near) * (w / (w + 2)));
}

/// −m/(2 + m) with m = e^(−2|x|) − 1.
VALUE(tanh) {
  const D m = wide_minus_one(power(-2 * at_most(magnitude(x), 10), NOTHING, 0));
  return with_sign(rounded(-m / (2 + m)), x);
}

/// log(1 + d) with s = d/(2 + d) is 2·artanh s; 2s is written as d − s·d, because d is exact and s is not.
VALUE(softplus) {
  const V d = decay(x);
  const V s = d / (2 + d);
  const V z = s * s;
  V series = z * 0x1.1ef86cp-3f + 0x1.1eb612p-3f;
  series = series * z + 0x1.99d27cp-3f;
  series = series * z + 0x1.5555p-2f;
  return value_relu(x, 0) + (d - s * (d - 2 * z * series));
}

/// Where `upper_tail` and `slope_tail` end.
#define TAIL_BEGIN 4.625f

/// The polynomial that `table` has around the centre next to `a`.
INLINE V tabulated(const float table[8][32], V a) {
  const I index = (I)(a * 6.75f + 0x1.8p23f) & 31;
  const V h = a - lookup(table[0], index);
  const V h2 = h * h;
  const V low = lookup(table[2], index) + h * lookup(table[3], index);
  const V middle = lookup(table[4], index) + h * lookup(table[5], index);
  const V high = lookup(table[6], index) + h * lookup(table[7], index);
  return lookup(table[1], index) + h * (low + h2 * (middle + h2 * high));
}

/// a·Φ(−a)·e^(a²/2) for 4.625 ≤ a ≤ 15, Mills' ratio but for factors: a polynomial in 1/a², within 2⁻²⁸.
INLINE V mills(V a) {
  const V z = 1 / (a * a), z2 = z * z;
  return (0x1.98845p-2f + -0x1.987df2p-2f * z) + z2 * ((0x1.316adap+0f + -0x1.6cc872p+2f * z) + z2 * (0x1.e550c4p+4f + -0x1.a2471ap+6f * z));
}

/// e^(−a²/2), with the bias 64; the square of the leading bits is exact, and the rest goes in by itself.
INLINE Power half_gaussian(V a) {
  const V leading = leading_bits(a);
  return power(-0.5f * leading * leading, -0.5f * (a - leading) * (a + leading), 64);
}

/// x·Φ(−|x|) on the left, x − x·Φ(−|x|) on the right.
VALUE(gelu) {
  const V a = magnitude(x);
  V share = x * tabulated(upper_tail, a);
  const I in_tail = a >= TAIL_BEGIN;
  if (any(in_tail)) {
    const V near = at_least(at_most(a, 15), TAIL_BEGIN);
    const V tail = times(mills(near), half_gaussian(near)) * TWO_TO_MINUS_64;
    share = in_tail ? with_sign(tail, x) : share;
  }
  return x < 0 ? share : x - share;
}

/// x·σ(2√(2/π)·(x + 0.044715x³)).
VALUE(gelu_tanh) {
  const D near = widened(at_least(at_most(x, 6), -11));
  const D u = near * (1.5957691216057308 + near * near * 0.07135481627260025);
  const V high = rounded(u);
  return gated(x, power(high, rounded(u - widened(high)), 64));
}

/// x·σ(1.702x); the first 12 bits of 1.702 are split off, so that their product with those of x is exact.
VALUE(quick_gelu) {
  const V near = at_least(at_most(x, 23), -70);
  const V leading = leading_bits(near);
  const V low = leading * 0x1.b22d0ep-11f + (near - leading) * 1.702f;
  return gated(x, power(leading * 0x1.b38p0f, low, 64));
}

VALUE(elu) {
  const V left = minus_one(power(x > 0 ? (V)0 : at_least(x, -60), NOTHING, 0));
  return x > 0 ? x : parameter * left;
}

VALUE(selu) {
  const V left = minus_one(power(x > 0 ? (V)0 : at_least(x, -60), NOTHING, 0));
  return x > 0 ? 1.0507009873554805f * x : 1.7580993408473766f * left;
}

VALUE(exp) {
  const V bias = x < 0 ? (V)64 : (V)-64;
  const Power p = power(at_least(at_most(x, 89), -130), NOTHING, bias);
  return times(1, p) * (x < 0 ? (V)TWO_TO_MINUS_64 : (V)TWO_TO_64);
}

VALUE(hard_swish) {
  const V near = at_least(at_most(x, 3), -3);
  return x > 3 ? x : near * (near + 3) / 6;
}

VALUE(hard_sigmoid) { return (at_least(at_most(x, 3), -3) + 3) / 6; }

VALUE(softsign) {
  const V near = at_least(at_most(x, 0x1p30f), -0x1p30f);
  return near / (1 + magnitude(near));
}
