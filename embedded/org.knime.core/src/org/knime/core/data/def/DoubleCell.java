/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;

/** A number; two NaN are equal, 0 and -0 are not. */
public final class DoubleCell extends DataCell implements DoubleValue {

    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private static final long serialVersionUID = 1L;

    private final double number;

    public DoubleCell(final double d) {
        number = d;
    }

    @Override
    public double getDoubleValue() {
        return number;
    }

    @Override
    public String toString() {
        return Double.toString(number);
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return Double.doubleToLongBits(number) == Double.doubleToLongBits(((DoubleCell)dc).number);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(number);
    }
}
