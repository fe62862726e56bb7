#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Reductor authors
"""Trains a network on molecules with PyTorch and stores it as Keras would: in HDF5, in the layout of Keras 2.

For machines without Keras: the file holds what model.save("model.h5") of a Sequential model writes, as far as readers
look at it (model_config, keras_version, backend, and for each layer its weight_names and its arrays).

CSV needs the columns "smiles" and --target. Bits are those of the Molecule Featurizer's "Morgan", radius 2. Needs
Debian's python3-torch, python3-rdkit and python3-h5py. The models of the test workflow network-importer were made by:

  keras_file.py ../../test-workflows/network-importer/data/molecules.csv --target activity --rows 137 --bits 512 \\
      --units 64 32 --out ../../test-workflows/network-importer/data/model.h5
"""
import argparse
import csv
import json

import h5py
import numpy
import torch
from rdkit import Chem
from rdkit.Chem import rdMolDescriptors


def read(path, target, rows, bits):
    """Features (rows x bits) and targets of the first rows."""
    with open(path, newline='', encoding='utf-8') as file:
        table = list(csv.DictReader(file))[:rows]
    features = numpy.zeros((len(table), bits), dtype=numpy.float32)
    for i, row in enumerate(table):
        vector = rdMolDescriptors.GetMorganFingerprintAsBitVect(Chem.MolFromSmiles(row['smiles']), 2, nBits=bits)
        features[i, list(vector.GetOnBits())] = 1
    return torch.tensor(features), torch.tensor([[float(row[target])] for row in table])


def train(features, targets, units, epochs, seed):
    """A network with relu between its linear layers, trained with Adam on the mean squared error."""
    torch.manual_seed(seed)
    sizes = [features.shape[1], *units]
    layers = []
    for below, above in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(below, above), torch.nn.ReLU()]
    network = torch.nn.Sequential(*layers, torch.nn.Linear(sizes[-1], 1))
    with torch.no_grad():
        network[-1].bias.fill_(targets.mean())
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3, weight_decay=1e-4)
    for _ in range(epochs):
        for batch in torch.randperm(len(targets)).split(32):
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(network(features[batch]), targets[batch]).backward()
            optimizer.step()
    return [layer for layer in network if isinstance(layer, torch.nn.Linear)]


def save(path, layers):
    """Keras' layout; kernels are inputs x units, the transpose of PyTorch's."""
    dense = []
    for i, layer in enumerate(layers):
        config = {'name': f'dense_{i}', 'trainable': True, 'dtype': 'float32', 'units': layer.out_features,
                  'activation': 'linear' if i == len(layers) - 1 else 'relu', 'use_bias': True}
        if i == 0:
            config['batch_input_shape'] = [None, layer.in_features]
        dense.append({'class_name': 'Dense', 'config': config})
    config = {'class_name': 'Sequential', 'config': {'name': 'sequential', 'layers': dense}}
    with h5py.File(path, 'w') as file:
        weights = file.create_group('model_weights')
        for owner in (file, weights):
            owner.attrs['keras_version'] = '2.11.0'
            owner.attrs['backend'] = 'tensorflow'
        file.attrs['model_config'] = json.dumps(config)
        weights.attrs['layer_names'] = [f'dense_{i}'.encode() for i in range(len(layers))]
        for i, layer in enumerate(layers):
            group = weights.create_group(f'dense_{i}')
            group.attrs['weight_names'] = [f'dense_{i}/{name}:0'.encode() for name in ('kernel', 'bias')]
            group.create_dataset(f'dense_{i}/kernel:0', data=layer.weight.detach().numpy().T)
            group.create_dataset(f'dense_{i}/bias:0', data=layer.bias.detach().numpy())


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('csv')
    parser.add_argument('--target', required=True)
    parser.add_argument('--rows', type=int, help='only the first rows')
    parser.add_argument('--bits', type=int, default=2048)
    parser.add_argument('--units', type=int, nargs='+', default=[1024])
    parser.add_argument('--epochs', type=int, default=100)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--out', required=True)
    arguments = parser.parse_args()
    features, targets = read(arguments.csv, arguments.target, arguments.rows, arguments.bits)
    layers = train(features, targets, arguments.units, arguments.epochs, arguments.seed)
    save(arguments.out, layers)


if __name__ == '__main__':
    main()
