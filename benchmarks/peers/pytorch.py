#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Reductor authors
"""Peer of Reductor's training benchmark: the same network, loss and optimizer in PyTorch on the CPU.

Trains INPUTS -> HIDDEN (relu) -> 1 with the root of the batch's mean squared error and Adam, and prints one line of
JSON. DATA: a line "rows columns", then for each row its target and the ascending indices of the bits that are 1.

The purpose is PyTorch at its best, so each setting below that differs from PyTorch's defaults is there because it
was faster. The ratios were measured with Debian 12's PyTorch 1.13.1 on two cores with AVX2 and 8 MiB of shared last
level cache, 2,370 rows of 2,048 bits, about 50 of them set, 1,024 hidden neurons and batches of 32.

Variants, with their time per network and epoch relative to the default (one process with two threads; two with one):
  embeddingbag-blocked  1; 1: EmbeddingBag and an Adam that keeps to the cache
  embeddingbag          1.25; 1.5: EmbeddingBag and torch.optim.Adam
  linear                2.0; 2.1: nn.Linear on a dense matrix and torch.optim.Adam, what most people would write
Not kept: foreach=True (0 to 4 percent slower in both), oneDNN's linear layer or BLIS under "linear" (1.1 to 1.2 times
as slow), and its kernel stored as inputs x outputs (no difference).
"""
import argparse
import glob
import json
import multiprocessing
import os
import resource
import statistics
import time

LEARNING_RATE = 1e-3
WARM_UP_EPOCHS = 2
# Half or a quarter of it is up to 1.9 times as slow: PyTorch's cost per operation, and no second thread below 2^15.
BLOCK_PER_THREAD = 1 << 17


def set_environment(threads):
    """Must precede the start of the training processes: BLAS, OpenMP and malloc read their settings only once."""
    # Some machines name an old kernel for the sake of old OpenBLAS builds; Debian's finds the best one by itself.
    for name in ('OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE'):
        os.environ.pop(name, None)
    os.environ['OPENBLAS_NUM_THREADS'] = os.environ['OMP_NUM_THREADS'] = str(threads)
    # PyTorch calls whatever BLAS libblas.so.3 is. Variant "linear" takes 9 times as long with the reference BLAS, and
    # with two threads 2.2 times as long with OpenBLAS's own threads, which wait in the way of PyTorch's OpenMP ones.
    paths = glob.glob('/usr/lib/*/openblas-openmp')
    os.environ['LD_LIBRARY_PATH'] = ':'.join(paths + os.environ.get('LD_LIBRARY_PATH', '').split(':')).rstrip(':')
    # A temporary of the kernel's size is otherwise returned to the system and faulted in again at each use: 1.35 times
    # as slow in variant "embeddingbag", 1.2 times in "linear". Huge pages are worth 4 percent.
    os.environ['MALLOC_MMAP_THRESHOLD_'] = os.environ['MALLOC_TRIM_THRESHOLD_'] = str(1 << 30)
    os.environ['GLIBC_TUNABLES'] = 'glibc.malloc.hugetlb=1'


def read(path, rows):
    with open(path, encoding='ascii') as file:
        columns = int(file.readline().split()[1])
        lines = [line.split() for _, line in zip(range(rows), file)]
    return columns, [float(line[0]) for line in lines], [[int(bit) for bit in line[1:]] for line in lines]


def make_network(torch, variant, columns, hidden):
    from torch import nn

    class SparseLinear(nn.Module):
        """The first layer as a sum of the kernel's rows whose bits are set: no multiplication with zeros."""

        def __init__(self):
            super().__init__()
            self.kernel = nn.EmbeddingBag(columns, hidden, mode='sum')
            self.bias = nn.Parameter(torch.zeros(hidden))

        def forward(self, bits):
            return self.kernel(*bits) + self.bias

    first = nn.Linear(columns, hidden) if variant == 'linear' else SparseLinear()
    network = nn.Sequential(first, nn.ReLU(inplace=True), nn.Linear(hidden, 1))
    # Not PyTorch's own initial weights, but those of the other peers, so that losses can be compared.
    for parameter in network.parameters():
        if parameter.dim() > 1:
            nn.init.xavier_uniform_(parameter)
        else:
            nn.init.zeros_(parameter)
    return network


def make_batches(torch, variant, columns, targets, bits, batch):
    """A function that yields the batches of an epoch in a new order."""
    rows = len(targets)
    targets = torch.tensor(targets).reshape(-1, 1)
    if variant == 'linear':
        features = torch.zeros(rows, columns)
        for row, indices in enumerate(bits):
            features[row, indices] = 1

        # As fast as to shuffle all of the rows once per epoch and to take views of that.
        def epoch():
            for chosen in torch.randperm(rows).split(batch):
                yield features.index_select(0, chosen), targets.index_select(0, chosen)
    else:
        lengths = torch.tensor([len(indices) for indices in bits])
        starts = lengths.cumsum(0) - lengths
        indices = torch.tensor([bit for indices in bits for bit in indices])

        # All of an epoch's index lists are brought into the new order at once: one per row would cost Python's time.
        def epoch():
            order = torch.randperm(rows)
            counts = lengths[order]
            ends = counts.cumsum(0)
            shift = (starts[order] - ends + counts).repeat_interleave(counts)
            shuffled = indices[shift + torch.arange(len(shift))]
            offsets = ends - counts
            for start in range(0, rows, batch):
                stop = min(start + batch, rows)
                first, last = int(offsets[start]), int(ends[stop - 1])
                yield ((shuffled[first:last], offsets[start:stop] - first),
                       targets.index_select(0, order[start:stop]))
    return epoch


class BlockedAdam:
    """Adam, but with all of a step done for one block of parameters before the next one.

    torch.optim.Adam passes over whole arrays seven times per step; blocks stay in the cache meanwhile.
    """

    def __init__(self, torch, parameters, block):
        self.torch = torch
        self.steps = 0
        self.scratch = torch.empty(block)
        self.blocks = []
        for parameter in parameters:
            flat = parameter.detach().view(-1)
            for start in range(0, len(flat), block):
                values = flat[start:start + block]
                state = torch.zeros_like(values), torch.zeros_like(values)
                self.blocks.append((parameter, start, values, *state, self.scratch[:len(values)]))

    def step(self):
        self.steps += 1
        correction = (1 - 0.999 ** self.steps) ** 0.5
        rate = LEARNING_RATE * correction / (1 - 0.9 ** self.steps)
        epsilon = 1e-8 * correction
        with self.torch.no_grad():
            for parameter, start, values, mean, square, scratch in self.blocks:
                gradient = parameter.grad.view(-1)[start:start + len(values)]
                mean.lerp_(gradient, 0.1)
                square.mul_(0.999).addcmul_(gradient, gradient, value=0.001)
                self.torch.sqrt(square, out=scratch).add_(epsilon)
                values.addcdiv_(mean, scratch, value=-rate)


def train(options, seed, barrier, results):
    import torch
    torch.set_num_threads(options.threads)
    # Adam's moments of weights whose bits are rare decay towards denormal numbers. It is the thread that has this
    # setting, and OpenMP's threads take it over from the one that starts them: hence before anything else.
    torch.set_flush_denormal(True)
    torch.manual_seed(seed)

    columns, targets, bits = read(options.data, options.rows)
    network = make_network(torch, options.variant, columns, options.hidden)
    batches = make_batches(torch, options.variant, columns, targets, bits, options.batch)
    parameters = list(network.parameters())
    if options.variant == 'embeddingbag-blocked':
        optimizer = BlockedAdam(torch, parameters, BLOCK_PER_THREAD * options.threads)
    else:
        optimizer = torch.optim.Adam(parameters, lr=LEARNING_RATE, foreach=False)
    mean_squared_error = torch.nn.MSELoss()

    seconds = []
    for number in range(WARM_UP_EPOCHS + options.epochs):
        if number == WARM_UP_EPOCHS:
            barrier.wait()
        started = time.perf_counter()
        losses = []
        for inputs, expected in batches():
            for parameter in parameters:
                parameter.grad = None
            loss = mean_squared_error(network(inputs), expected).sqrt()
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
        final_loss = float(torch.stack(losses).mean())
        seconds.append(time.perf_counter() - started)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    results.put((seconds[WARM_UP_EPOCHS:], final_loss, peak))


def main():
    parser = argparse.ArgumentParser(description='Trains networks with PyTorch and prints the time that it takes.')
    parser.add_argument('data')
    parser.add_argument('--hidden', type=int, default=1024)
    parser.add_argument('--batch', type=int, default=32)
    parser.add_argument('--epochs', type=int, default=8, help=f'measured ones, after {WARM_UP_EPOCHS} to warm up')
    parser.add_argument('--rows', type=int, default=2370)
    parser.add_argument('--processes', type=int, default=1)
    parser.add_argument('--threads', type=int, default=1, help='of each process')
    parser.add_argument('--variant', default='embeddingbag-blocked',
                        choices=['linear', 'embeddingbag', 'embeddingbag-blocked'])
    options = parser.parse_args()

    set_environment(options.threads)
    # Fresh processes, not forks: those would keep this one's environment and its libraries' threads.
    context = multiprocessing.get_context('spawn')
    barrier = context.Barrier(options.processes)
    results = context.SimpleQueue()
    processes = [context.Process(target=train, args=(options, seed, barrier, results))
                 for seed in range(options.processes)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        if process.exitcode != 0:
            raise SystemExit(f'A training process ended with exit code {process.exitcode}.')
    runs = [results.get() for _ in processes]
    print(json.dumps({
        # Debian's package 1.13.1 calls itself 1.13.0a0.
        'peer': 'PyTorch 1.13.1',
        'variant': options.variant,
        'processes': options.processes,
        'threads': options.threads,
        # The processes run side by side: together they do that many epochs in the time of one.
        'secondsPerNetworkEpoch': [statistics.mean(epoch) / options.processes
                                   for epoch in zip(*(seconds for seconds, _, _ in runs))],
        'finalLoss': statistics.mean(loss for _, loss, _ in runs),
        # Of all processes together.
        'maxRssMb': round(sum(peak for _, _, peak in runs)),
    }))


if __name__ == '__main__':
    main()
