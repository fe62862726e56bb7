#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Reductor authors
"""Records trainings with PyTorch, which a test of Reductor then has to repeat from the same weights and batches.

Usage: python3 trace.py > tests/src/test/resources/pytorch-trace.json

All inputs are made here from a seed. Numbers that Java reads as float are written as the shortest decimals that give
the same float; losses and checks are doubles. Losses are the mean over a batch; a batch's loss is that of the weights
before its step, and an epoch's loss is the plain mean over its batches. "checks" has, after each epoch, the sum and the
sum of squares of every array.
"""
import json

import numpy
import torch
from torch import nn

ROWS = 300
COLUMNS = 96
BATCH = 32
EPOCHS = 2
# A column that is never set: its weights get no gradient, but weight decay.
EMPTY = 77
SIZES = [[96, 24, 1], [96, 16, 8, 1]]

ACTIVATIONS = {
    'RELU': nn.ReLU,
    'LEAKY_RELU': lambda: nn.LeakyReLU(0.01),
    'ELU': lambda: nn.ELU(1.0),
    'TANH': nn.Tanh,
    'SIGMOID': nn.Sigmoid,
    'LINEAR': nn.Identity,
}
LOSSES = {
    'RMSE': lambda output, target: nn.functional.mse_loss(output, target).sqrt(),
    'MSE': nn.functional.mse_loss,
    'MAE': nn.functional.l1_loss,
    'HUBER': lambda output, target: nn.functional.huber_loss(output, target, delta=1.0),
}


def shortest(array):
    """The floats as those doubles whose JSON text is that of the float."""
    if array.ndim > 1:
        return [shortest(row) for row in array]
    return [float(str(value)) for value in array.astype(numpy.float32)]


def key(sizes):
    return ','.join(map(str, sizes))


def make_inputs():
    random = numpy.random.default_rng(20260101)
    popularity = 1.5 / (numpy.arange(COLUMNS) + 2)
    popularity[EMPTY] = 0
    bits = random.random((ROWS, COLUMNS)) < popularity
    values = numpy.where(bits, numpy.round(random.uniform(0.1, 2, bits.shape), 3), 0).astype(numpy.float32)
    targets = bits @ random.standard_normal(COLUMNS) + 0.3 * random.standard_normal(ROWS)
    targets = ((targets - targets.mean()) / targets.std()).astype(numpy.float32)
    orders = [random.permutation(ROWS) for _ in range(EPOCHS)]
    networks = {}
    for sizes in SIZES:
        kernels = []
        for inputs, outputs in zip(sizes, sizes[1:]):
            limit = (6 / (inputs + outputs)) ** 0.5
            kernels.append(random.uniform(-limit, limit, (inputs, outputs)).astype(numpy.float32))
        networks[key(sizes)] = kernels
    return bits, values, targets, orders, networks


def make_cases():
    def case(name, sizes=SIZES[0], valued=False, activation='RELU', loss='MSE', optimizer='ADAM', rate=1e-3,
             momentum=0.0, decay=0.0):
        return {'name': name, 'sizes': sizes, 'valued': valued, 'activation': activation, 'loss': loss,
                'optimizer': optimizer, 'learningRate': rate, 'momentum': momentum, 'weightDecay': decay}

    cases = [case(f'loss {loss}', loss=loss) for loss in LOSSES]
    cases += [case(f'activation {activation}', activation=activation) for activation in ACTIVATIONS]
    cases.append(case('two hidden layers', sizes=SIZES[1], loss='RMSE'))
    cases.append(case('values', valued=True, loss='RMSE'))
    cases.append(case('SGD', optimizer='SGD', rate=0.01, momentum=0.9))
    cases.append(case('Adam with weight decay', decay=0.01))
    cases.append(case('SGD with weight decay', optimizer='SGD', rate=0.01, momentum=0.9, decay=0.01))
    return cases


class AdamStep:
    """Adam in Keras' form, w -= rate * sqrt(1 - b2^t) / (1 - b1^t) * m / (sqrt(v) + 1e-7), by PyTorch's AdamW.

    PyTorch adds epsilon to sqrt(v) / sqrt(1 - b2^t). Dividing epsilon by that root as well gives Keras' form. AdamW
    without weight decay is Adam.
    """

    def __init__(self, case, kernels, biases):
        self.optimizer = torch.optim.AdamW([{'params': kernels, 'weight_decay': case['weightDecay']},
                                            {'params': biases, 'weight_decay': 0.0}],
                                           lr=case['learningRate'], betas=(0.9, 0.999))
        self.steps = 0

    def __call__(self):
        self.steps += 1
        for group in self.optimizer.param_groups:
            group['eps'] = 1e-7 / (1 - 0.999 ** self.steps) ** 0.5
        self.optimizer.step()


class SgdStep:
    """PyTorch's SGD; weight decay as in AdamW by hand, since SGD's own adds it to the gradient and so to momentum."""

    def __init__(self, case, kernels, biases):
        self.kernels = kernels
        self.factor = 1 - case['learningRate'] * case['weightDecay']
        self.optimizer = torch.optim.SGD(kernels + biases, lr=case['learningRate'], momentum=case['momentum'])

    def __call__(self):
        if self.factor != 1:
            with torch.no_grad():
                for kernel in self.kernels:
                    kernel.mul_(self.factor)
        self.optimizer.step()


def train(case, features, targets, orders, initial):
    layers = []
    for kernel in initial:
        if layers:
            layers.append(ACTIVATIONS[case['activation']]())
        layer = nn.Linear(*kernel.shape)
        with torch.no_grad():
            layer.weight.copy_(torch.from_numpy(kernel.T.copy()))
            layer.bias.zero_()
        layers.append(layer)
    network = nn.Sequential(*layers)
    linear = [layer for layer in layers if isinstance(layer, nn.Linear)]
    kernels = [layer.weight for layer in linear]
    biases = [layer.bias for layer in linear]
    step = (AdamStep if case['optimizer'] == 'ADAM' else SgdStep)(case, kernels, biases)

    def sums(arrays):
        doubles = [array.detach().double() for array in arrays]
        return [[float(array.sum()), float(array.square().sum())] for array in doubles]

    losses = []
    checks = []
    for order in orders:
        losses.append([])
        for start in range(0, len(order), BATCH):
            chosen = torch.from_numpy(order[start:start + BATCH])
            network.zero_grad(set_to_none=True)
            loss = LOSSES[case['loss']](network(features[chosen]), targets[chosen])
            loss.backward()
            step()
            losses[-1].append(float(loss.detach()))
        checks.append({'kernels': sums(kernels), 'biases': sums(biases)})
    return dict(case, batchLosses=losses, epochLosses=[sum(epoch) / len(epoch) for epoch in losses], checks=checks)


def main():
    torch.set_num_threads(1)
    bits, values, targets, orders, networks = make_inputs()
    bit_features = torch.from_numpy(bits.astype(numpy.float32))
    value_features = torch.from_numpy(values)
    target_column = torch.from_numpy(targets).reshape(-1, 1)
    cases = [train(case, value_features if case['valued'] else bit_features, target_column, orders,
                   networks[key(case['sizes'])]) for case in make_cases()]

    trace = {
        'rows': ROWS,
        'columns': COLUMNS,
        'features': [numpy.flatnonzero(row).tolist() for row in bits],
        'values': [shortest(row[numpy.flatnonzero(row)]) for row in values],
        'targets': shortest(targets),
        'batchSize': BATCH,
        'orders': [order.tolist() for order in orders],
        # Row by row of inputs x outputs: PyTorch's own weights are outputs x inputs.
        'networks': {name: {'kernels': [shortest(kernel.reshape(-1)) for kernel in kernels],
                            'biases': [[0.0] * kernel.shape[1] for kernel in kernels]}
                     for name, kernels in networks.items()},
        'cases': cases,
    }
    # One line per field or case, so that a difference shows what has changed.
    fields = [f'"{name}": {json.dumps(value, separators=(",", ":"))}' for name, value in trace.items()
              if name != 'cases']
    lines = ',\n'.join(json.dumps(case, separators=(',', ':')) for case in cases)
    print('{\n' + ',\n'.join(fields) + ',\n"cases": [\n' + lines + '\n]\n}')


if __name__ == '__main__':
    main()
