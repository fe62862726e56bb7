/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

/**
 * A model that is used as ever, but that dies of a certain molecule, or does not come back from it, unless every
 * molecule is read in a process of its own: as RDKit might of a molecule of which nobody knows it.
 */
final class DeadlyModel extends SharedModel {

    /** Ends RDKit wherever it is read, which is why it is never read in this process. */
    static final String MOLECULE = "\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\n"
        + "M  V30 COUNTS 1 0 0 0 0\nM  V30 BEGIN ATOM\nM  V30 1 [] 0 0 0 0\nM  V30 END ATOM\nM  V30 END CTAB\n"
        + "M  END\n";

    private static final long serialVersionUID = 1L;

    private static final int AS_OF_A_SIGNAL = 139;

    /** What the molecule does. */
    enum Death {
        CRASH, HANG
    }

    private final Death death;

    DeadlyModel(final SharedModel model, final Death death) {
        super(model);
        this.death = death;
    }

    @Override
    Predicting here() {
        final Predicting real = super.here();
        return isolatedHere() ? real : rows -> {
            if (rows.stream().anyMatch(row -> MOLECULE.equals(row[0]))) {
                die();
            }
            return real.screen(rows);
        };
    }

    private void die() {
        if (death == Death.CRASH) {
            Runtime.getRuntime().halt(AS_OF_A_SIGNAL);
        }
        while (true) {
            Thread.onSpinWait();
        }
    }
}
