// The slopes of the activations. Included once for every level.

#define SLOPE(name) INLINE V slope_##name(V x, float parameter)

SLOPE(relu) { return x > 0 ? (V)1 : x <= 0 ? (V)0 : x; }
SLOPE(leaky_relu) { return x > 0 ? (V)1 : x <= 0 ? (V)parameter : x; }

/// σ(x)·σ(−x).
SLOPE(sigmoid) {
  const V d = decay(x);
  return d / (1 + d * (2 + d));
}

/// 4d/(1 + d)² with d = e^(−2|x|); 1 − tanh² would lose it.
SLOPE(tanh) {
  const Power p = power(-2 * at_most(magnitude(x), 65), NOTHING, 64);
  const V d = times(1, p) * TWO_TO_MINUS_64;
  return times(4, p) / (1 + d * (2 + d)) * TWO_TO_MINUS_64;
}

/// σ(x)·(1 + x·σ(−x)), for x and −x in one: f′(x) = 1 − f′(−x).
SLOPE(silu) {
  const V a = at_most(magnitude(x), 130);
  const Power p = decaying(a);
  const V share = 1 / (1 + times(1, p) * TWO_TO_MINUS_64);
  const V left = times(share * (1 - a * share), p) * TWO_TO_MINUS_64;
  return x < 0 ? left : 1 - left;
}

/// Φ(x) + x·φ(x), for x and −x in one: f′(x) = 1 − f′(−x). In the tail the density is taken out of the sum.
SLOPE(gelu) {
  const V a = magnitude(x);
  V left = tabulated(slope_tail, a);
  const I in_tail = a >= TAIL_BEGIN;
  if (any(in_tail)) {
    const V near = at_least(at_most(a, 15), TAIL_BEGIN);
    const V ratio = mills(near) / near - near * 0.3989422804014327f;
    left = in_tail ? times(ratio, half_gaussian(near)) * TWO_TO_MINUS_64 : left;
  }
  return x < 0 ? left : 1 - left;
}

SLOPE(softplus) { return value_sigmoid(x, 0); }
SLOPE(elu) { return x > 0 ? (V)1 : parameter * value_exp(x, 0); }
SLOPE(exp) { return value_exp(x, 0); }
