/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;

/** An integer of 64 bits; can be read as a number, too. */
public class LongCell extends EmbeddedCell implements LongValue, DoubleValue {

    public static final DataType TYPE = DataType.getType(LongCell.class);

    private final long number;

    public LongCell(final long l) {
        super(l);
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
}
