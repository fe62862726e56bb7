/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

import org.reductor.core.data.FeatureBlock;

/** The inputs of a list of blocks, in order, and the columns that they read. */
final class Inputs {

    private final List<Input> inputs = new ArrayList<>();

    private final List<SourceColumn> sources = new ArrayList<>();

    /**
     * @param blocks in the order of the features
     * @param molecules what a block, from its first feature on, makes of a molecule
     * @param isolation which molecules are worked on in a process of their own
     * @param cancelled whether nobody waits for features any more
     * @param others makes the input of a block, from its first feature on, that is not made from molecules
     */
    Inputs(final List<FeatureBlock> blocks, final BiFunction<FeatureBlock, Integer, MoleculeFeatures> molecules,
        final Isolation isolation, final BooleanSupplier cancelled,
        final BiFunction<FeatureBlock, Integer, Input> others) {
        int offset = 0;
        for (final FeatureBlock block : blocks) {
            final SourceColumn source = SourceColumn.of(block);
            switch (source.content()) {
                case MOLECULE, REACTION ->
                    moleculeInput(block, isolation, cancelled).add(block, molecules.apply(block, offset), offset);
                default -> inputs.add(others.apply(block, offset));
            }
            if (!sources.contains(source)) {
                sources.add(source);
            }
            offset = Math.addExact(offset, block.width());
        }
    }

    private MoleculeInput moleculeInput(final FeatureBlock block, final Isolation isolation,
        final BooleanSupplier cancelled) {
        if (!inputs.isEmpty() && inputs.get(inputs.size() - 1) instanceof MoleculeInput last && last.serves(block)) {
            return last;
        }
        final var input = new MoleculeInput(block, isolation, cancelled);
        inputs.add(input);
        return input;
    }

    /**
     * Makes ready what the molecules need before the first of them is read.
     *
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says what to do
     */
    void prepare() {
        RdkitLibrary.ensureLoaded();
        inputs.forEach(Input::prepare);
    }

    List<SourceColumn> sources() {
        return List.copyOf(sources);
    }

    /**
     * @param row receives the features
     * @param values one a source
     * @throws UnusableRowException with the reason, and the column if there are several
     */
    void read(final RowBuilder row, final Object... values) throws UnusableRowException {
        if (values.length != sources.size()) {
            throw new IllegalArgumentException("The recipe reads " + sources.size() + " columns, but " + values.length
                + " values were given.");
        }
        for (final Input input : inputs) {
            try {
                input.add(values[sources.indexOf(input.source())], row);
            } catch (UnusableRowException e) {
                // Only a molecule does not say by itself where it stands.
                throw sources.size() == 1 || !(input instanceof MoleculeInput) ? e
                    : new UnusableRowException("Column '" + input.source().name() + "': " + e.getMessage());
            }
        }
    }
}
