/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;

/** An integer of 32 bits; can be read as a long integer and as a number, too. */
public class IntCell extends EmbeddedCell implements IntValue, LongValue, DoubleValue {

    public static final DataType TYPE = DataType.getType(IntCell.class);

    private final int number;

    public IntCell(final int i) {
        super(i);
        number = i;
    }

    @Override
    public int getIntValue() {
        return number;
    }

    @Override
    public long getLongValue() {
        return number;
    }

    @Override
    public double getDoubleValue() {
        return number;
    }
}
