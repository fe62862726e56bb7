/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;

/**
 * Completes drafts of blocks from the rows of a table: which categories there are, and how numbers are scaled. Only
 * rows that can be used count. Rows may be observed by several threads, but must be added one by one in the order of the
 * table, so that the same table gives the same recipe to the last digit.
 */
public final class RecipeFitter {

    /**
     * What a row tells.
     *
     * @param numbers one a feature of the drafts, unscaled; not a number where there is none
     * @param categories one a draft, {@code null} where there is none
     */
    public record Observation(double[] numbers, String[] categories) {
    }

    private final List<FeatureBlock> drafts;

    private final Inputs inputs;

    private final int width;

    private final List<TreeSet<String>> categories = new ArrayList<>();

    private final NumberSummary[] numbers;

    /**
     * @param drafts the blocks, complete or not
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says what to do
     */
    public RecipeFitter(final List<FeatureBlock> drafts) {
        this(drafts, () -> false);
    }

    /**
     * @param drafts the blocks, complete or not
     * @param cancelled whether nobody waits for the recipe any more: a molecule that takes long is then given up with a
     *            {@link java.util.concurrent.CancellationException}; asked by another thread
     * @throws IllegalStateException as above
     */
    public RecipeFitter(final List<FeatureBlock> drafts, final BooleanSupplier cancelled) {
        // Nothing is learned of complete blocks, only whether they can be made: one place each will do.
        this.drafts = List.copyOf(drafts);
        final List<FeatureBlock> observed = drafts.stream().map(draft -> FeatureBlocks.isDraft(draft) ? draft
            : new FeatureBlock(draft.column(), draft.kind(), 1, draft.parameters())).toList();
        width = new FeatureRecipe(observed).width();
        numbers = IntStream.range(0, width).mapToObj(i -> new NumberSummary()).toArray(NumberSummary[]::new);
        drafts.forEach(draft -> categories.add(new TreeSet<>()));
        inputs = new Inputs(observed, (draft, offset) -> unscaled(draft), Isolation.WHERE_NEEDED, cancelled,
            this::observed);
        inputs.prepare();
    }

    private static MoleculeFeatures unscaled(final FeatureBlock draft) {
        return FeatureBlocks.isDraft(draft) ? DescriptorBlock.unscaled(draft) : MoleculeFeatures.NONE;
    }

    private Input observed(final FeatureBlock draft, final int offset) {
        return new Observed(SourceColumn.of(draft), MoleculeOptions.emptyAllowed(draft), offset);
    }

    /** Takes a number as it is, and checks that a category is there. */
    private record Observed(SourceColumn source, boolean emptyAllowed, int offset) implements Input {

        @Override
        public void add(final Object value, final RowBuilder row) throws UnusableRowException {
            if (source.content() == SourceColumn.Content.NUMBER) {
                row.add(offset, NumberInput.number(source, value));
            } else {
                CategoryInput.category(source, value, emptyAllowed);
            }
        }
    }

    /**
     * @param values as {@link Featurizer#features}
     * @return what the row tells
     * @throws UnusableRowException when the row cannot be turned into features
     */
    public Observation observe(final Object... values) throws UnusableRowException {
        final var row = new RowBuilder(true);
        inputs.read(row, values);
        final String[] found = new String[drafts.size()];
        for (int d = 0; d < found.length; d++) {
            final SourceColumn source = SourceColumn.of(drafts.get(d));
            if (source.content() == SourceColumn.Content.CATEGORY) {
                found[d] = CategoryInput.category(source, values[inputs.sources().indexOf(source)], true);
            }
        }
        return new Observation(row.toDense(width), found);
    }

    /**
     * Completes drafts from rows that can all be used.
     *
     * @param drafts the blocks, complete or not
     * @param rows values of each row, as {@link Featurizer#features}
     * @return the recipe
     * @throws UnusableRowException when a row cannot be turned into features
     * @throws IllegalArgumentException when a column of categories has none
     * @throws IllegalStateException when RDKit cannot be used on this machine; the message says what to do
     */
    public static FeatureRecipe fit(final List<FeatureBlock> drafts, final Iterable<Object[]> rows)
        throws UnusableRowException {
        final var fitter = new RecipeFitter(drafts);
        for (final Object[] row : rows) {
            fitter.add(fitter.observe(row));
        }
        return fitter.recipe();
    }

    /** Adds the next row. */
    public void add(final Observation row) {
        for (int d = 0; d < row.categories.length; d++) {
            if (row.categories[d] != null) {
                categories.get(d).add(row.categories[d]);
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i].add(row.numbers[i]);
        }
    }

    /**
     * @return the recipe with all blocks complete
     * @throws IllegalArgumentException when a column of categories has none
     */
    public FeatureRecipe recipe() {
        final List<FeatureBlock> blocks = new ArrayList<>();
        int offset = 0;
        for (int d = 0; d < drafts.size(); d++) {
            final FeatureBlock draft = drafts.get(d);
            final boolean complete = !FeatureBlocks.isDraft(draft);
            blocks.add(complete ? draft : complete(draft, categories.get(d), offset));
            offset += complete ? 1 : draft.width();
        }
        return new FeatureRecipe(blocks);
    }

    private FeatureBlock complete(final FeatureBlock draft, final Set<String> found, final int offset) {
        final var parameters = new TreeMap<>(draft.parameters());
        if (FeatureBlocks.ONE_HOT.equals(draft.kind())) {
            if (found.isEmpty()) {
                throw new IllegalArgumentException("The column '" + draft.column()
                    + "' has no category in any row that can be used, so that no features can be made of it.");
            }
            parameters.put(FeatureBlock.CATEGORIES, FeatureBlock.listOf(List.copyOf(found)));
            return new FeatureBlock(draft.column(), draft.kind(), found.size(), parameters);
        }
        final Scaling scaling = Scaling.ofId(parameters.remove(FeatureBlocks.SCALING));
        final boolean descriptors = FeatureBlocks.DESCRIPTORS.equals(draft.kind());
        final double spread = descriptors ? DescriptorBlock.spread(draft.width()) : 1;
        final var center = new double[draft.width()];
        final var scale = new double[draft.width()];
        final var limit = new double[draft.width()];
        for (int i = 0; i < center.length; i++) {
            center[i] = numbers[offset + i].center(scaling);
            scale[i] = numbers[offset + i].scale(scaling) / spread;
            limit[i] = numbers[offset + i].limit() * spread;
        }
        parameters.put(FeatureBlocks.CENTER, FeatureBlock.listOf(center));
        parameters.put(FeatureBlocks.SCALE, FeatureBlock.listOf(scale));
        if (descriptors) {
            parameters.put(FeatureBlocks.LIMIT, FeatureBlock.listOf(limit));
        }
        return new FeatureBlock(draft.column(), draft.kind(), draft.width(), parameters);
    }
}
