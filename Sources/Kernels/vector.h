// Vectors of WIDTH floats, and the exponential that most activations are made of. Included once for every level.

typedef float V __attribute__((ext_vector_type(WIDTH)));
typedef int32_t I __attribute__((ext_vector_type(WIDTH)));
typedef double D __attribute__((ext_vector_type(WIDTH)));

#define INLINE static inline __attribute__((always_inline))

INLINE V bits_and(V x, int32_t mask) { return (V)((I)x & mask); }
INLINE V magnitude(V x) { return bits_and(x, 0x7FFFFFFF); }
INLINE V with_sign(V size, V x) { return (V)((I)size | ((I)x & (int32_t)0x80000000)); }

/// The first 12 bits of x: their square is exact.
INLINE V leading_bits(V x) { return bits_and(x, (int32_t)0xFFFFF000); }

// The comparison stands so that NaN stays NaN.
INLINE V at_most(V x, float bound) { return x > bound ? (V)bound : x; }
INLINE V at_least(V x, float bound) { return x < bound ? (V)bound : x; }

INLINE bool any(I condition) { return __builtin_reduce_or(condition) != 0; }

/// table[index], for indices below 32.
INLINE V lookup(const float table[32], I index) {
  int32_t places[WIDTH];
  float lanes[WIDTH];
  V v;
  __builtin_memcpy(places, &index, sizeof index);
#ifdef LOOKUP
  for (int i = 0; i < WIDTH; i += LOOKUP_WIDTH) LOOKUP(table, places + i, lanes + i);
#else
  for (int i = 0; i < WIDTH; i++) lanes[i] = table[places[i]];
#endif
  __builtin_memcpy(&v, lanes, sizeof v);
  return v;
}

// Macros, because a D may be wider than what the target passes to functions.
#define WIDENED(x) __builtin_convertvector(x, D)
#define ROUNDED(x) __builtin_convertvector(x, V)

/// The zero that changes nothing when it is added, so that the compiler leaves it out.
#define NOTHING -0.0f

#define TWO_TO_64 0x1p64f
#define TWO_TO_MINUS_64 0x1p-64f

/// eˣ = (1 + fraction)·scale·2⁻ᵇ, where scale is a power of two.
///
/// The two parts of `fraction` go into a result separately: 1 + fraction would round.
typedef struct {
  V fraction, scale;
} Power;

/// e^(x + low) for −130 ≤ x ≤ 44 − b/2 and a tiny `low`, with b = `bias`.
///
/// x = n·ln 2 + r; ln 2 is split so that n times its first part is exact (Cody and Waite). Adding 1.5·2²³ rounds
/// to an integer, and leaves it in the last bits, from where a shift makes it an exponent. With the bias 64, scale
/// is a normal number though eˣ may be subnormal.
INLINE Power power(V x, V low, V bias) {
  const V shift = 0x1.8p23f + 127 + bias;
  const V steps = (x + low) * 0x1.715476p0f + shift;
  const V n = steps - shift;
  const V r = (x - n * 0x1.63p-1f) + (low - n * -0x1.bd0106p-13f);
  const V square = r * r;
  const V end = (r * 0x1.123fc6p-7f + 0x1.555916p-5f) + square * 0x1.6a1a78p-10f;
  const V series = (r * 0x1.55548ap-3f + 0x1.fffffcp-2f) + square * end;
  return (Power){r + square * series, (V)((I)steps << 23)};
}

/// x·eʸ·2ᵇ.
INLINE V times(V x, Power p) {
  const V y = x * p.scale;
  return y + y * p.fraction;
}

/// e^−|x|, with the bias 64.
INLINE Power decaying(V x) { return power(-at_most(magnitude(x), 130), NOTHING, 64); }

/// e^−|x|.
INLINE V decay(V x) { return times(1, decaying(x)) * TWO_TO_MINUS_64; }

/// eˣ − 1, with all its digits where x is near 0; of the bias 0.
INLINE V minus_one(Power p) { return p.scale * p.fraction + (p.scale - 1); }
