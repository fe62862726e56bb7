/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.reductor.core.data.FeatureBlock;

/** The number of a column, moved by a centre and divided by a scale. */
final class NumberInput implements Input {

    private final SourceColumn source;

    private final int feature;

    private final double center;

    private final double scale;

    /** @throws IllegalArgumentException when the block has no centre and scale */
    NumberInput(final FeatureBlock block, final int feature) {
        source = SourceColumn.of(block);
        this.feature = feature;
        center = single(block, FeatureBlocks.CENTER);
        scale = single(block, FeatureBlocks.SCALE);
        if (scale == 0) {
            throw new IllegalArgumentException("The scale of column '" + block.column() + "' is 0.");
        }
    }

    private static double single(final FeatureBlock block, final String parameter) {
        final double[] numbers = block.numbers(parameter);
        if (numbers.length != 1 || block.width() != 1) {
            throw new IllegalArgumentException("The block of column '" + block.column() + "' must be one number, but "
                + "has " + block.width() + " features and " + numbers.length + " values of '" + parameter + "'.");
        }
        return numbers[0];
    }

    @Override
    public SourceColumn source() {
        return source;
    }

    @Override
    public void add(final Object value, final RowBuilder row) throws UnusableRowException {
        row.add(feature, RowBuilder.checked("The scaled number in column '" + source.name() + "'",
            (number(source, value) - center) / scale));
    }

    /** @return the number of a cell, finite */
    static double number(final SourceColumn source, final Object value) throws UnusableRowException {
        if (value == null) {
            throw new UnusableRowException("The number in column '" + source.name() + "' is missing.");
        }
        return RowBuilder.checked("The number in column '" + source.name() + "'", ((Number)value).doubleValue());
    }
}
