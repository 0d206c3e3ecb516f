"""The same cases as in Cases.cs, in the same order, through python3-torch."""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]))


def cases():
    small = torch.ones(1)
    yield "add", 1000, lambda: small.add(small)
    yield "add-number", 1000, lambda: small + 1.5
    yield "sum-dim", 1000, lambda: small.sum(0, keepdim=True)
    leaf = torch.ones(4, requires_grad=True)

    def chain():
        x = leaf
        for _ in range(10):
            x = (x * 1.01).add(leaf)
        x.sum().backward()
        leaf.grad = None

    yield "autograd-chain", 100, chain
    image, kernel = torch.ones(1, 64, 56, 56), torch.ones(64, 64, 3, 3)
    yield "conv3x3", 2, lambda: torch.nn.functional.conv2d(image, kernel, padding=1)
    matrix = torch.ones(512, 512)
    yield "matmul512", 2, lambda: matrix.mm(matrix)


for name, calls, body in cases():
    for _ in range(min(calls * 20, 20000)):
        body()
    best = float("inf")
    begin = time.perf_counter()
    while time.perf_counter() - begin < 1:
        start = time.perf_counter_ns()
        for _ in range(calls):
            body()
        best = min(best, (time.perf_counter_ns() - start) / calls)
    print(f"{name} {best:.0f}")
