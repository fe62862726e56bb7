/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;

/** A number. */
public final class DoubleCell extends EmbeddedCell implements DoubleValue {

    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private final double number;

    public DoubleCell(final double d) {
        super(d);
        number = d;
    }

    @Override
    public double getDoubleValue() {
        return number;
    }
}
