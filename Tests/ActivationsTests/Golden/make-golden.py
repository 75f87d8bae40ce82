#!/usr/bin/env python3
"""Golden values of the activation functions, on any grid.

Usage
  make-golden.py new SEED [POINTS] > GOLDEN    values on a fresh grid of about POINTS (400) inputs
  make-golden.py at GOLDEN > NEW               values on the grid of GOLDEN
  make-golden.py check GOLDEN                  compares the values in GOLDEN with recomputed ones, bit for bit

Each function is written once, on jets (value, first and second derivative) of mpmath numbers.  It is evaluated
with 60 and with 1,000 digits, and where these differ by more than 1e-40, with 3,200; two neighbours must agree.
The more precise result is rounded once, to nearest-even, to Float64 or Float32, subnormals and overflow
included.  Exact zeros are +0, what underflows from below is -0.  Bit patterns are big-endian hexadecimal.

Needs mpmath; gmpy2 makes it faster.
"""
import json, random, struct, sys
from mpmath import mp, mpf

AGREE = mpf(10) ** -40
HUGE = 10 ** 5


class Jet:
    """A number with its first and second derivative."""
    __slots__ = ('v', 'd', 'e')

    def __init__(self, v, d=0, e=0):
        self.v, self.d, self.e = mpf(v), mpf(d), mpf(e)

    def of(self, g, g1, g2):
        """g(self), where g1 and g2 are the derivatives of g at self.v."""
        return Jet(g, g1 * self.d, g2 * self.d ** 2 + g1 * self.e)

    def __neg__(self): return Jet(-self.v, -self.d, -self.e)
    def __add__(self, o): o = jet(o); return Jet(self.v + o.v, self.d + o.d, self.e + o.e)
    def __sub__(self, o): return self + -jet(o)
    def __mul__(self, o):
        o = jet(o)
        return Jet(self.v * o.v, self.d * o.v + self.v * o.d, self.e * o.v + 2 * self.d * o.d + self.v * o.e)
    def __truediv__(self, o):
        if not isinstance(o, Jet): return Jet(self.v / o, self.d / o, self.e / o)
        return self * o.of(1 / o.v, -1 / o.v ** 2, 2 / o.v ** 3)
    __radd__, __rmul__ = __add__, __mul__


def jet(x): return x if isinstance(x, Jet) else Jet(x)
def exp(x): e = mp.exp(x.v); return x.of(e, e, e)
def expm1(x): e = mp.exp(x.v); return x.of(mp.expm1(x.v), e, e)
def sin(x): s, c = mp.sin(x.v), mp.cos(x.v); return x.of(s, c, -s)
def sqrt(x): s = mp.sqrt(x.v); return x.of(s, 1 / (2 * s), -1 / (4 * s * x.v))
def atan(x): w = 1 + x.v ** 2; return x.of(mp.atan(x.v), 1 / w, -2 * x.v / w ** 2)
def erf(x): p = 2 / mp.sqrt(mp.pi) * decay(x.v ** 2); return x.of(mp.erf(x.v) if abs(x.v) < HUGE else mp.sign(x.v), p, -2 * x.v * p)
def decay(t): return mp.exp(-t)


def erfc(x):
    """Beyond HUGE the leading term is enough: it is far below every subnormal."""
    if abs(x) < HUGE: return mp.erfc(x)
    tail = mp.exp(-x * x) / (abs(x) * mp.sqrt(mp.pi))
    return tail if x > 0 else 2 - tail


def relu(x): return x if x.v > 0 else Jet(0)
def clip(x, lo, hi): return x if lo < x.v < hi else Jet(lo if x.v <= lo else hi)


def sigma(x):
    s, r = 1 / (1 + mp.exp(-x.v)), 1 / (1 + mp.exp(x.v))
    return x.of(s, s * r, s * r * (r - s))


def softplus(x):
    s, r = 1 / (1 + mp.exp(-x.v)), 1 / (1 + mp.exp(x.v))
    return x.of(max(x.v, mpf(0)) + mp.log1p(mp.exp(-abs(x.v))), s, s * r)


def tanh(x):
    t, d = mp.tanh(x.v), mp.exp(-2 * abs(x.v))
    q = 4 * d / (1 + d) ** 2
    return x.of(t, q, -2 * t * q)


def linear_beyond(limit, f):
    """f, or x itself where it differs from x by less than any subnormal, and e^x of e^x is out of reach."""
    return lambda x: x if x.v > limit else f(x)


def Phi(x):
    p = decay(x.v ** 2 / 2) / mp.sqrt(2 * mp.pi)
    return x.of(erfc(-x.v / mp.sqrt(2)) / 2, p, -x.v * p)


def R(x): return mpf(x)


SELU = {}
def selu_constants():
    if mp.prec not in SELU:
        b, c = mp.erfc(1 / mp.sqrt(2)), mp.erfc(mp.sqrt(2))
        h, q = mp.exp(mpf(1) / 2), mp.exp(2)
        a = mp.sqrt(2 / mp.pi) / (1 - b * h)
        # E f(z)^2 = 1 with f = l z on the right and l a (e^z - 1) on the left
        second = mpf(1) / 2 + a ** 2 * (q * c / 2 - 2 * h * b / 2 + mpf(1) / 2)
        SELU[mp.prec] = a, 1 / mp.sqrt(second)
    return SELU[mp.prec]


def selu(x):
    a, l = selu_constants()
    return l * x if x.v > 0 else l * a * expm1(x)


def leaky(slope): return lambda x: x if x.v > 0 else x * R(slope)
def swish(b): return lambda x: x * sigma(b() * x)
def gelu_tanh(x): return x * sigma(2 * mp.sqrt(2 / mp.pi) * (x + mpf(44715) / 10 ** 6 * (x * x * x)))
def isru(x): w = 1 + x * x; return x / sqrt(w)
def soft_shrink(x): return x - R(0.5) if x.v > 0.5 else (x + R(0.5) if x.v < -0.5 else Jet(0))
def xielu(x): return R(0.8) * (x * x) + x / 2 if x.v > 0 else R(0.8) * (expm1(x) - x) + x / 2
def softsign(x): return x / (1 + (x if x.v > 0 else -x))


# name: function, parameters, kinks, kinks of the derivative only
ELEMENTWISE = {
    'identity': (lambda x: x,),
    'step': (lambda x: Jet(1 if x.v >= 0 else 0), {'value_at_0': 1}, [0]),
    'sigmoid': (sigma,),
    'hard_sigmoid': (lambda x: clip((x + 3) / 6, 0, 1), {}, [-3, 3]),
    'log_sigmoid': (lambda x: -softplus(-x),),
    'tanh': (tanh,),
    'hard_tanh': (lambda x: clip(x, -1, 1), {'min': -1, 'max': 1}, [-1, 1]),
    'tanhshrink': (lambda x: x - tanh(x),),
    'softsign': (softsign, {}, [], [0]),
    'relu': (relu, {}, [0]),
    'relu6': (lambda x: clip(x, 0, 6), {'cap': 6}, [0, 6]),
    'leaky_relu': (leaky(0.01), {'negative_slope': 0.01}, [0]),
    'prelu': (leaky(0.25), {'alpha': 0.25}, [0]),
    'rrelu_eval': (leaky((0.125 + 1 / 3) / 2),
                   {'lower': 0.125, 'upper': 1 / 3, 'slope': (0.125 + 1 / 3) / 2}, [0]),
    'elu': (lambda x: x if x.v > 0 else expm1(x), {'alpha': 1.0}, [], [0]),
    'celu': (lambda x: x if x.v > 0 else 2 * expm1(x / 2), {'alpha': 2.0}, [], [0]),
    'selu': (selu, {'alpha': 1.6732632423543772, 'scale': 1.0507009873554805}, [0]),
    'gelu': (lambda x: x * Phi(x), {'approximate': 'none'}),
    'gelu_tanh': (gelu_tanh, {'approximate': 'tanh'}),
    'quick_gelu': (swish(lambda: mpf(1702) / 1000), {'beta': 1.702}),
    'silu': (swish(lambda: mpf(1)), {'beta': 1}),
    'swish_beta': (swish(lambda: mpf(3) / 2), {'beta': 1.5}),
    'hard_swish': (lambda x: x * clip((x + 3) / 6, 0, 1), {}, [-3, 3]),
    'mish': (linear_beyond(1000, lambda x: x * tanh(softplus(x))),),
    'softplus': (softplus, {'beta': 1}),
    'softplus_beta2': (lambda x: softplus(2 * x) / 2, {'beta': 2}),
    'shifted_softplus': (lambda x: softplus(x) - mp.ln2,),
    'squareplus': (lambda x: (x + sqrt(x * x + 4)) / 2, {'b': 4}),
    'sparse_plus': (lambda x: Jet(0) if x.v <= -1 else x if x.v >= 1 else (x + 1) * (x + 1) / 4,
                    {}, [], [-1, 1]),
    'sparse_sigmoid': (lambda x: clip((x + 1) / 2, 0, 1), {}, [-1, 1]),
    'hard_shrink': (lambda x: x if abs(x.v) > 0.5 else Jet(0), {'lambd': 0.5}, [-0.5, 0.5]),
    'soft_shrink': (soft_shrink, {'lambd': 0.5}, [-0.5, 0.5]),
    'threshold': (lambda x: x if x.v > 1 else Jet(0), {'threshold': 1.0, 'value': 0.0}, [1]),
    'relu_squared': (lambda x: relu(x) * relu(x), {}, [], [0]),
    'star_relu': (lambda x: R(0.8944) * (relu(x) * relu(x)) + R(-0.4472),
                  {'scale': 0.8944, 'bias': -0.4472}, [], [0]),
    'snake': (lambda x: x + sin(x) * sin(x), {'a': 1}),
    'sine': (sin, {'omega0': 1}),
    'gaussian': (lambda x: exp(-(x * x)),),
    'atan': (atan,),
    'exponential': (exp,),
    'isru': (isru, {'alpha': 1}),
    'isrlu': (lambda x: x if x.v >= 0 else isru(x), {'alpha': 1}),
    'lisht': (lambda x: x * tanh(x),),
    'tanh_exp': (linear_beyond(1000, lambda x: x * tanh(exp(x))),),
    'serf': (lambda x: x * erf(softplus(x)),),
    'xielu': (xielu, {'alpha_p': 0.8, 'alpha_n': 0.8, 'beta': 0.5, 'eps': 'none (limit eps->0-)'}, [], [0]),
    'dyt': (lambda x: tanh(x / 2), {'alpha': 0.5, 'gamma': 1, 'beta': 0}),
    'derf': (lambda x: erf(x / 2), {'alpha': 0.5, 's': 0}),
    'logit_softcap': (lambda x: 30 * tanh(x / 30), {'cap': 30}),
    'bent_identity': (lambda x: (sqrt(x * x + 1) - 1) / 2 + x,),
}


def exact(name, x):
    """Value, slope and second derivative at the exact number x, with at least 40 certain digits."""
    f, previous = ELEMENTWISE[name][0], None
    for digits in (60, 1000, 3200):
        mp.dps = digits
        j = f(Jet(x, 1, 0))
        now = (j.v, j.d, j.e)
        if previous and all(abs(a - b) <= AGREE * abs(b) for a, b in zip(previous, now)):
            return now
        previous = now
    raise ArithmeticError(f'{name}({x}): 3,200 digits do not settle it')


def rounded(y, bits):
    """The bit pattern of the representable number nearest to y, ties to even."""
    mantissa, least, top = (53, -1074, 2047 << 52) if bits == 64 else (24, -149, 255 << 23)
    sign, man, e, length = y._mpf_
    man = int(man)
    pattern = 0
    if man:
        ulp = max(e + length - mantissa, least)
        shift = ulp - e
        if shift <= 0: n = man << -shift
        elif shift > length + 1: n = 0
        else:
            n, rest, half = man >> shift, man & ((1 << shift) - 1), 1 << (shift - 1)
            n += rest > half or (rest == half and n & 1)
        pattern = min(n + ((ulp - least) << (mantissa - 1)), top)
    return ('%016x' if bits == 64 else '%08x') % (pattern | sign << (bits - 1))


def unpack(h, bits): return struct.unpack('>d' if bits == 64 else '>f', bytes.fromhex(h))[0]
def pack(x, bits): return struct.pack('>d' if bits == 64 else '>f', x).hex()


def column(name, xs, bits):
    rows = [[rounded(q, bits) for q in exact(name, unpack(h, bits))] for h in xs.split()]
    return {k: ' '.join(r[i] for r in rows) for i, k in enumerate(('y', 'dy', 'd2y'))}


# Grids

def neighbour(x, step, bits):
    """The representable number `step` places above x."""
    top = 1 << (bits - 1)
    i = int(pack(x, bits), 16)
    n = (i if i < top else top - i) + step
    return unpack((('%016x' if bits == 64 else '%08x') % (n if n >= 0 else top - n)), bits)


def fit(x, bits): return unpack(pack(x, bits), bits)


def common_grid(seed, points, bits):
    """Inputs for every function: dense on [-8, 8], tails, huge, small and subnormal numbers, all jittered."""
    random_ = random.Random(seed * 64 + bits)
    u, grid = random_.uniform, {}
    dense = max(points - 160, 40)
    for i in range(dense): grid[fit(-8 + 16 * (i + u(0, 1)) / dense, bits)] = 'd'
    for s in (-1, 1):
        edges = [8, 10, 12, 17, 20, 25, 30, 36, 37, 38, 39, 50, 80, 86, 88, 100, 104, 110, 150, 340, 370, 400, 700,
                 707, 709, 710, 712, 730, 740, 745, 750, 1000, 1e4, 1e5]
        for a, b in zip(edges, edges[1:]): grid[fit(s * u(a, b), bits)] = 't'
        for k in (6, 8, 9, 12, 15, 16, 18, 20, 25, 30, 36, 100, 150, 153, 154, 155, 160, 200, 250, 300, 307):
            if bits == 64 or k < 38: grid[fit(s * u(1, 9.9) * 10.0 ** k, bits)] = 'h'
        for k in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 17, 20, 30, 36, 80, 100, 150, 154, 160, 200, 290, 300, 307):
            if bits == 64 or k < 38: grid[fit(s * u(1, 9.9) * 10.0 ** -k, bits)] = 's'
        least, most = (5e-324, 2.2e-308) if bits == 64 else (1.4e-45, 1.17e-38)
        for x in (least, 2 * least, 3 * least, 1000 * least, u(0, most), u(0, most), most): grid[fit(s * x, bits)] = 'n'
    places = {fit(k, bits) for f in ELEMENTWISE.values() for ks in f[2:] for k in ks} | {0.0}
    return sorted((x, t) for x, t in grid.items() if x not in places)


def zeros(name):
    """Where f' or f'' changes sign on [-12, 12], 0 and kinks excepted."""
    mp.dps = 30
    f, row = ELEMENTWISE[name][0], ELEMENTWISE[name]
    avoid = [0] + [k for ks in row[2:] for k in ks]
    xs = [mpf(i) / 16 + mpf(1) / 97 for i in range(-192, 192)]
    js = [f(Jet(x, 1, 0)) for x in xs]
    found = set()
    for part in ('d', 'e'):
        for a, b, ja, jb in zip(xs, xs[1:], js, js[1:]):
            ga, gb = getattr(ja, part), getattr(jb, part)
            if ga * gb >= 0 or any(a <= k <= b for k in avoid): continue
            while b - a > mpf(10) ** -25:
                m = (a + b) / 2
                g = getattr(f(Jet(m, 1, 0)), part)
                a, b = (m, b) if g * ga > 0 else (a, m)
            found.add(float(a))
    return sorted(found)


def own_grid(name, bits):
    """Inputs for one function: beside its kinks, at and beside the zeros of its derivatives."""
    grid, row = {}, ELEMENTWISE[name]
    places = [k for ks in row[2:] for k in ks]
    for z in zeros(name):
        for s in (0, -1, 1, -2, 2): grid[neighbour(fit(z, bits), s, bits)] = 'c'
        for h in (1e-6, 1e-9): grid[fit(z - h, bits)] = grid[fit(z + h, bits)] = 'c'
    for k in places:
        for s in (-2, -1, 1, 2): grid[neighbour(fit(k, bits), s, bits)] = 'k'
        for h in (1e-12, 1e-8, 1e-4, 1e-2): grid[fit(k - h, bits)] = grid[fit(k + h, bits)] = 'k'
    return sorted((x, t) for x, t in grid.items() if x not in places)


def written(pairs, bits):
    return {'x': ' '.join(pack(x, bits) for x, _ in pairs), 'tag': ''.join(t for _, t in pairs)}


def golden(grids, extras):
    functions = {}
    for name, row in ELEMENTWISE.items():
        f, params, kinks, second = row + ({}, [], [])[len(row) - 1:]
        out = {'params': params, 'kinks': [f'{k:g}' for k in kinks],
               'kinks_second_derivative': [f'{k:g}' for k in second]}
        for bits in (64, 32):
            out[f'f{bits}'] = column(name, grids[f'f{bits}']['x'], bits)
            extra = extras(name, bits)
            if extra and extra['x']:
                out[f'extra_f{bits}'] = {**extra, **column(name, extra['x'], bits)}
        functions[name] = out
        print(name, file=sys.stderr)
    return {'format': 'activation golden values v1', 'grids': grids, 'functions': functions}


def new(seed, points):
    grids = {}
    for bits in (64, 32):
        g = common_grid(seed, points, bits)
        grids[f'f{bits}'] = {'count': len(g), **written(g, bits)}
    return golden(grids, lambda name, bits: written(own_grid(name, bits), bits))


def at(old):
    def extras(name, bits):
        e = old['functions'][name].get(f'extra_f{bits}')
        return e and {'x': e['x'], 'tag': e['tag']}
    return golden(old['grids'], extras)


def check(old):
    values = differences = 0
    now = at(old)
    for name, row in now['functions'].items():
        for key in ('f64', 'f32', 'extra_f64', 'extra_f32'):
            theirs = old['functions'][name].get(key)
            if not theirs: continue
            xs = theirs.get('x') or old['grids'][key]['x']
            for q in ('y', 'dy', 'd2y'):
                for x, a, b in zip(xs.split(), row[key][q].split(), theirs[q].split(), strict=True):
                    values += 1
                    if a != b:
                        differences += 1
                        print(name, key, q, 'at', x, 'computed', a, 'given', b)
    print(f'{values} values, {differences} differ')
    return differences == 0


if __name__ == '__main__':
    arguments = sys.argv[1:]
    if len(arguments) >= 2 and arguments[0] == 'new':
        json.dump(new(int(arguments[1]), int((arguments + ['400'])[2])), sys.stdout)
    elif len(arguments) == 2 and arguments[0] == 'at':
        json.dump(at(json.load(open(arguments[1]))), sys.stdout)
    elif len(arguments) == 2 and arguments[0] == 'check':
        sys.exit(not check(json.load(open(arguments[1]))))
    else:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
