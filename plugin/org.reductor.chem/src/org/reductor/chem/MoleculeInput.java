/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.function.BooleanSupplier;

import org.reductor.core.data.FeatureBlock;

/** Blocks made from one molecule, or from the molecules of one role of a reaction, which is read once for all. */
final class MoleculeInput implements Input {

    private final SourceColumn source;

    private final MoleculeOptions options;

    private final MoleculeCalculation calculation;

    private final IsolatedCalculation isolated;

    private final Isolation isolation;

    /**
     * @param block one of the blocks
     * @param isolation which molecules are worked on in a process of their own
     * @param cancelled whether nobody waits for features any more
     */
    MoleculeInput(final FeatureBlock block, final Isolation isolation, final BooleanSupplier cancelled) {
        this.isolation = isolation;
        source = SourceColumn.of(block);
        options = MoleculeOptions.of(block);
        calculation = new MoleculeCalculation(options.standardization());
        isolated = new IsolatedCalculation(calculation, cancelled);
    }

    /** @return whether the block is made from the same molecule */
    boolean serves(final FeatureBlock block) {
        return source.equals(SourceColumn.of(block)) && options.equals(MoleculeOptions.of(block));
    }

    void add(final FeatureBlock block, final MoleculeFeatures features, final int offset) {
        calculation.add(block, features, offset);
    }

    @Override
    public SourceColumn source() {
        return source;
    }

    @Override
    public void prepare() {
        if (isolation.applies(calculation)) {
            isolated.prepare();
        }
    }

    @Override
    public void add(final Object value, final RowBuilder row) throws UnusableRowException {
        final String text = options.text((String)value);
        if (text == null && options.emptyAllowed()) {
            return;
        }
        try {
            if (isolation.applies(calculation, text)) {
                isolated.ask(text, row::addAll);
            } else {
                calculation.addTo(row, text);
            }
        } catch (UnusableRowException e) {
            throw options.about(e);
        }
    }
}
