/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;
import org.RDKit.UInt_Vect;

/** A molecule with what several descriptors need of it, made when it is first asked for. For one thread. */
final class DescribedMolecule {

    /** Number of molecular quantum numbers. */
    static final int MQN_COUNT = 42;

    private final ROMol molecule;

    private double[] quantumNumbers;

    private MolecularGraph graph;

    private PathSums paths;

    /** @param molecule sanitised; stays the caller's to free */
    DescribedMolecule(final ROMol molecule) {
        this.molecule = molecule;
    }

    ROMol molecule() {
        return molecule;
    }

    /** @return the molecular quantum numbers MQN1 to MQN42 (Nguyen, Blum, van Deursen and Reymond 2009) */
    double[] quantumNumbers() {
        if (quantumNumbers == null) {
            final UInt_Vect numbers = RDKFuncs.calcMQNs(molecule);
            try {
                quantumNumbers = new double[MQN_COUNT];
                for (int i = 0; i < MQN_COUNT; i++) {
                    quantumNumbers[i] = numbers.get(i);
                }
            } finally {
                numbers.delete();
            }
        }
        return quantumNumbers;
    }

    MolecularGraph graph() {
        if (graph == null) {
            graph = MolecularGraph.of(molecule);
        }
        return graph;
    }

    PathSums paths() {
        if (paths == null) {
            paths = PathSums.of(graph());
        }
        return paths;
    }
}
