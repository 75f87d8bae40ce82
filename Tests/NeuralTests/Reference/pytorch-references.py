"""Writes pytorch-references.json: what PyTorch makes of some small models in ten steps.

    python3 pytorch-references.py > pytorch-references.json

Every number is computed in float64. The weights are multiples of 1/1024, so that float32 holds them too. Parameter
names are those of the Swift models. The file in the repository was written with torch 2.13.0.
"""

import json
import math
import sys

import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


class Recurrent(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.embedding = nn.Embedding(5, 4)
        self.recurrent = kind(4, 6)
        self.output = nn.Linear(6, 5)

    def forward(self, tokens):
        return self.output(self.recurrent(self.embedding(tokens))[0])


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.query, self.key, self.value, self.projection = (nn.Linear(width, width) for _ in range(4))
        self.heads = heads

    def forward(self, x):
        batch, time, width = x.shape
        q, k, v = (f(x).view(batch, time, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(-2, -1) / math.sqrt(width // self.heads)
        later = torch.ones(time, time, dtype=torch.bool).triu(1)
        shares = scores.masked_fill(later, float("-inf")).softmax(-1)
        return self.projection((shares @ v).transpose(1, 2).reshape(batch, time, width))


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.attentionNorm, self.attention = nn.LayerNorm(width), Attention(width, heads)
        self.feedForwardNorm = nn.LayerNorm(width)
        self.expansion, self.contraction = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        x = x + self.attention(self.attentionNorm(x))
        return x + self.contraction(F.gelu(self.expansion(self.feedForwardNorm(x))))


class GPT(nn.Module):
    def __init__(self, vocabulary, context, layers, heads, width):
        super().__init__()
        self.tokens, self.positions = nn.Embedding(vocabulary, width), nn.Embedding(context, width)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(width)

    def forward(self, texts):
        x = self.tokens(texts) + self.positions(torch.arange(texts.shape[1]))
        for block in self.blocks:
            x = block(x)
        return self.norm(x) @ self.tokens.weight.T


class MLP(nn.Module):
    def __init__(self, *widths):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.relu(layer(x))
        return self.layers[-1](x)


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 2, 3, padding=1), nn.ReLU(), nn.Conv2d(2, 3, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(27, 3))


def rounded(tensor):
    return (tensor.detach() * 1024).round() / 1024


def run(seed, make, data, targets, optimizer, clip=None):
    torch.manual_seed(seed)
    model = make()
    for parameter in model.parameters():
        parameter.data = rounded(parameter if parameter.dim() > 1 else parameter + 0.1 * torch.randn_like(parameter))
    x = data()
    optimizer = optimizer(model.parameters())
    flat = lambda tensor: tensor.detach().flatten().tolist()
    record = {
        "parameters": {name: flat(p) for name, p in model.named_parameters()},
        "input": flat(x), "inputShape": list(x.shape), "targets": targets, "losses": [], "norms": [],
    }
    for step in range(10):
        logits = model(x if x.is_floating_point() else x.long())
        loss = F.cross_entropy(logits.flatten(0, -2), torch.tensor(targets))
        optimizer.zero_grad()
        loss.backward()
        if step == 0:
            record["gradients"] = {name: flat(p.grad) for name, p in model.named_parameters()}
        if clip:
            record["norms"].append(nn.utils.clip_grad_norm_(model.parameters(), clip).item())
        optimizer.step()
        record["losses"].append(loss.item())
    return record


def tokens(*rows):
    return lambda: torch.tensor(rows)


# [time, batch]: three steps of two texts, and what comes next.
SEQUENCE = [[0, 3], [1, 4], [2, 0], [4, 1]]
NEXT = [1, 4, 2, 0, 4, 1, 3, 2]
ADAM = lambda p: torch.optim.Adam(p, lr=1e-2)

references = {
    "mlp": run(
        1, lambda: MLP(4, 6, 5, 3), lambda: rounded(torch.randn(8, 4)), [0, 1, 2, 0, 1, 2, 0, 1],
        lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01)),
    "rnn": run(2, lambda: Recurrent(nn.RNN), tokens(*SEQUENCE), NEXT, ADAM, clip=0.5),
    "lstm": run(3, lambda: Recurrent(nn.LSTM), tokens(*SEQUENCE), NEXT, ADAM, clip=0.5),
    "gru": run(4, lambda: Recurrent(nn.GRU), tokens(*SEQUENCE), NEXT, ADAM, clip=0.5),
    "cnn": run(
        5, cnn, lambda: rounded(torch.randn(4, 1, 6, 6)), [0, 1, 2, 1],
        lambda p: torch.optim.RMSprop(p, lr=1e-3)),
    "gpt": run(
        6, lambda: GPT(7, 6, 2, 2, 8), tokens([0, 1, 2, 3, 4, 5], [6, 5, 3, 1, 0, 2]),
        [1, 2, 3, 4, 5, 6, 5, 3, 1, 0, 2, 4],
        lambda p: torch.optim.AdamW(p, lr=1e-2, betas=(0.9, 0.95), weight_decay=0.1), clip=1.0),
}
json.dump(references, sys.stdout, separators=(",", ":"))
print()
