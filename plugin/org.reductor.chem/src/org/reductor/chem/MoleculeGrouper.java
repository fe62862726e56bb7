/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.function.BooleanSupplier;

/** Finds the groups of molecules, as a {@link MoleculeGrouping} says. Safe to use from several threads. */
public final class MoleculeGrouper {

    private final GroupCalculation calculation;

    private final IsolatedCalculation isolated;

    private final Isolation isolation;

    /**
     * @param grouping which molecules belong together
     * @param cancelled whether nobody waits for groups any more: a molecule that takes long is then given up with a
     *            {@link java.util.concurrent.CancellationException}; asked by another thread
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says what to do
     */
    public MoleculeGrouper(final MoleculeGrouping grouping, final BooleanSupplier cancelled) {
        this(grouping, Isolation.WHERE_NEEDED, cancelled);
    }

    /**
     * @param grouping which molecules belong together
     * @param isolation which of them are worked on in a process of their own
     * @param cancelled as above
     * @throws IllegalStateException as above
     */
    public MoleculeGrouper(final MoleculeGrouping grouping, final Isolation isolation,
        final BooleanSupplier cancelled) {
        this.isolation = isolation;
        calculation = new GroupCalculation(grouping);
        isolated = new IsolatedCalculation(calculation, cancelled);
        RdkitLibrary.ensureLoaded();
        if (isolation.applies(calculation)) {
            isolated.prepare();
        }
    }

    /**
     * @param text SMILES or molblock; {@code null} for a missing value
     * @return the text of its group: a SMILES, or {@link MoleculeGrouping#NO_RING}
     * @throws UnusableRowException with the reason in plain words
     * @throws IllegalStateException when the molecule must be read in a process of its own and none can be started
     */
    public String group(final String text) throws UnusableRowException {
        return isolation.applies(calculation, text) ? isolated.ask(text, GroupCalculation::readAnswer)
            : calculation.group(text);
    }
}
