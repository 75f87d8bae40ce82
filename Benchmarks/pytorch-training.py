"""Trains the models of training-benchmark in PyTorch, on one thread.

Reads lines "case steps" and answers each with the processor time of one step, in seconds. A case goes on where its
last block ended.
"""

import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


def trainer(parameters, loss, optimizer, clip=None):
    parameters = [p for p in parameters if p.requires_grad]
    optimizer = optimizer(parameters)

    def step():
        value = loss()
        optimizer.zero_grad(set_to_none=True)
        value.backward()
        if clip:
            nn.utils.clip_grad_norm_(parameters, clip)
        optimizer.step()
        return value

    return step


def adam(rate):
    return lambda parameters: torch.optim.Adam(parameters, lr=rate)


def moons():
    angle = torch.linspace(0, math.pi, 100)
    points = torch.cat([
        torch.stack([angle.cos(), angle.sin()], 1), torch.stack([1 - angle.cos(), 0.5 - angle.sin()], 1)])
    points += 0.1 * torch.randn_like(points)
    labels = torch.cat([torch.zeros(100, 1), torch.ones(100, 1)])
    model = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 1))
    return trainer(
        model.parameters(), lambda: F.binary_cross_entropy_with_logits(model(points), labels), adam(1e-2))


def digit_batches():
    images, labels = torch.rand(1437, 64), torch.arange(1437) % 10
    order = []

    def batch():
        nonlocal order
        if len(order) < 64:
            order = torch.randperm(1437)
        chosen, order = order[:64], order[64:]
        return images[chosen], labels[chosen]

    return batch


def digits():
    model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10))
    batch = digit_batches()

    def loss():
        images, labels = batch()
        return F.cross_entropy(model(images), labels)

    return trainer(model.parameters(), loss, adam(1e-3))


def images():
    model = nn.Sequential(
        nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(512, 10))
    batch = digit_batches()

    def loss():
        images, labels = batch()
        return F.cross_entropy(model(images.view(64, 1, 8, 8)), labels)

    return trainer(model.parameters(), loss, adam(1e-3))


def characters():
    try:
        text = open("/usr/share/common-licenses/GPL-3", encoding="utf-8").read()
    except OSError:
        text = "what to read where no licence lies " * 1000
    alphabet = sorted(set(text))
    places = {character: i for i, character in enumerate(alphabet)}
    text = torch.tensor([places[c] for c in text[: len(text) * 9 // 10]])

    def batch(count, length):
        starts = torch.randint(len(text) - length, (count,))
        pieces = text[starts[:, None] + torch.arange(length + 1)]
        return pieces[:, :-1], pieces[:, 1:]

    return len(alphabet), batch


def recurrent(kind):
    def make():
        vocabulary, batch = characters()
        embedding, layer, output = nn.Embedding(vocabulary, 128), kind(128, 128, batch_first=True), nn.Linear(128, vocabulary)

        def loss():
            x, y = batch(32, 64)
            return F.cross_entropy(output(layer(embedding(x))[0]).flatten(0, 1), y.flatten())

        return trainer([*embedding.parameters(), *layer.parameters(), *output.parameters()], loss, adam(2e-3), clip=1.0)

    return make


class LoRA(nn.Module):
    def __init__(self, base, rank, alpha):
        super().__init__()
        self.base, self.scale = base, alpha / rank
        self.a = nn.Parameter(torch.empty(rank, base.in_features))
        nn.init.kaiming_uniform_(self.a, a=math.sqrt(5))
        self.b = nn.Parameter(torch.zeros(base.out_features, rank))

    def forward(self, x):
        return self.base(x) + self.scale * (x @ self.a.T @ self.b.T)


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query, self.key, self.value, self.projection = (nn.Linear(width, width) for _ in range(4))
        self.expansion, self.contraction = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        batch, length, width = x.shape
        y = self.norm1(x)
        q, k, v = (f(y).view(batch, length, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.projection(mixed.transpose(1, 2).reshape(batch, length, width))
        return x + self.contraction(F.gelu(self.expansion(self.norm2(x))))


class GPT(nn.Module):
    def __init__(self, vocabulary, context=64, layers=4, heads=4, width=128):
        super().__init__()
        self.tokens, self.positions = nn.Embedding(vocabulary, width), nn.Embedding(context, width)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        for name, p in self.named_parameters():
            if p.dim() == 2:
                residual = name.endswith(("projection.weight", "contraction.weight"))
                nn.init.normal_(p, std=0.02 / math.sqrt(2 * layers) if residual else 0.02)
            elif name.endswith("bias"):
                nn.init.zeros_(p)

    def forward(self, x):
        y = self.tokens(x) + self.positions.weight[: x.shape[1]]
        for block in self.blocks:
            y = block(y)
        return F.linear(self.norm(y), self.tokens.weight)


def gpt(rank=None):
    def make():
        vocabulary, batch = characters()
        model = GPT(vocabulary)
        rate, decay = 1e-3, 0.1
        if rank:
            model.requires_grad_(False)
            rate, decay = 2e-3, 0.0
            for block in model.blocks:
                block.query, block.value = LoRA(block.query, rank, 2 * rank), LoRA(block.value, rank, 2 * rank)

        def loss():
            x, y = batch(16, 64)
            return F.cross_entropy(model(x).flatten(0, 1), y.flatten())

        optimizer = lambda p: torch.optim.AdamW(p, lr=rate, betas=(0.9, 0.95), weight_decay=decay)
        return trainer(model.parameters(), loss, optimizer, clip=1.0)

    return make


CASES = {
    "a_mlp_moons": moons, "b_mlp_digits": digits, "c_rnn": recurrent(nn.RNN), "c_lstm": recurrent(nn.LSTM),
    "c_gru": recurrent(nn.GRU), "c_lstm_tokens": recurrent(nn.LSTM), "d_cnn_digits": images, "e_gpt": gpt(), "f_lora": gpt(8),
}


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    print(torch.__version__, flush=True)
    prepared = {}
    for line in sys.stdin:
        name, steps = line.split()
        if name not in prepared:
            prepared[name] = CASES[name]()
        step = prepared[name]
        start = time.process_time()
        for _ in range(int(steps)):
            step()
        print((time.process_time() - start) / int(steps), flush=True)


main()
