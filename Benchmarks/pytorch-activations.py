"""Times PyTorch's activations, on one thread, for activation-benchmark.

Reads lines "name count repetitions" and answers each with the processor time of one call, in seconds (the one that
a tenth of the calls undercut), or "none" where PyTorch has no such function. A call writes to a tensor that exists
(the `out` variants), so that the traffic is that of a copy: one array read, one written.
"""

import sys
import time

import torch

aten = torch.ops.aten
CALLS = {
    # What relu calls; relu.out itself makes a tensor and copies it.
    "relu": lambda x, y: aten.clamp_min.out(x, 0, out=y),
    "leakyReLU": lambda x, y: aten.leaky_relu.out(x, 0.01, out=y),
    "sigmoid": lambda x, y: aten.sigmoid.out(x, out=y),
    "tanh": lambda x, y: aten.tanh.out(x, out=y),
    "silu": lambda x, y: aten.silu.out(x, out=y),
    "gelu": lambda x, y: aten.gelu.out(x, out=y),
    "geluTanh": lambda x, y: aten.gelu.out(x, approximate="tanh", out=y),
    "softplus": lambda x, y: aten.softplus.out(x, out=y),
    "mish": lambda x, y: aten.mish.out(x, out=y),
    "elu": lambda x, y: aten.elu.out(x, out=y),
    "selu": lambda x, y: aten.elu.out(x, 1.6732632423543772, 1.0507009873554805, out=y),
    "exp": lambda x, y: aten.exp.out(x, out=y),
    "hardSwish": lambda x, y: aten.hardswish.out(x, out=y),
    "hardSigmoid": lambda x, y: aten.hardsigmoid.out(x, out=y),
}


def best_time(call, count, repetitions):
    x = 8 * torch.rand(count) - 4
    y = torch.empty_like(x)
    call(x, y)
    times = []
    for _ in range(repetitions):
        start = time.thread_time_ns()
        call(x, y)
        times.append(time.thread_time_ns() - start)
    return sorted(times)[repetitions // 10] / 1e9


def main():
    torch.set_num_threads(1)
    print(torch.__version__, flush=True)
    with torch.inference_mode():
        for line in sys.stdin:
            name, count, repetitions = line.split()
            call = CALLS.get(name)
            print(best_time(call, int(count), int(repetitions)) if call else "none", flush=True)


main()
