/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;

/** An integer of 64 bits; can be read as a number, too. */
public class LongCell extends DataCell implements LongValue, DoubleValue {

    public static final DataType TYPE = DataType.getType(LongCell.class);

    private static final long serialVersionUID = 1L;

    private final long number;

    public LongCell(final long l) {
        number = l;
    }

    @Override
    public long getLongValue() {
        return number;
    }

    @Override
    public double getDoubleValue() {
        return number;
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return number == ((LongCell)dc).number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
