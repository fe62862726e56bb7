/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.grouper;

import java.util.Optional;

import org.knime.node.parameters.widget.choices.Label;
import org.reductor.chem.MoleculeGrouping.By;

/** What molecules of a group have in common. Stored by name: never rename a constant. */
enum GroupChoice {

    @Label(value = "Scaffold (Bemis-Murcko)", description = "The rings and what links them, with their atoms and "
        + "bonds, as RDKit finds them: an oxygen at a double bond to a ring belongs to it. The usual choice.")
    SCAFFOLD(By.SCAFFOLD),

    @Label(value = "Generic scaffold", description = "The rings and what links them as a mere graph: every atom counts "
        + "as carbon, every bond as single, and branches go. Groups are larger; benzene and pyridine are the same.")
    GENERIC_SCAFFOLD(By.GENERIC_SCAFFOLD),

    @Label(value = "Similarity cluster (Butina)", description = "Clusters by the Tanimoto similarity of Morgan "
        + "fingerprints (radius 2, 2,048 bits): the molecule with the most neighbours and those neighbours are the "
        + "first cluster, then of those left the next. They depend on all molecules of the table: cluster once, "
        + "before any partitioning.")
    CLUSTER(null),

    @Label(value = "Same molecule", description = "Only rows with the same molecule, told by its canonical SMILES: for "
        + "tables with repeated measurements.")
    MOLECULE(By.MOLECULE);

    private final By by;

    GroupChoice(final By by) {
        this.by = by;
    }

    /** @return what is compared; empty where a molecule's group depends on the others */
    Optional<By> by() {
        return Optional.ofNullable(by);
    }
}
