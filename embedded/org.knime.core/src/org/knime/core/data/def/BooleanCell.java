/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;

/** True or false; can be read as 1 or 0, too. */
public final class BooleanCell extends EmbeddedCell implements BooleanValue, IntValue, LongValue, DoubleValue {

    public static final BooleanCell TRUE = new BooleanCell(true);

    public static final BooleanCell FALSE = new BooleanCell(false);

    public static final DataType TYPE = DataType.getType(BooleanCell.class);

    private final boolean truth;

    BooleanCell(final boolean b) {
        super(b);
        truth = b;
    }

    @Override
    public boolean getBooleanValue() {
        return truth;
    }

    @Override
    public int getIntValue() {
        return truth ? 1 : 0;
    }

    @Override
    public long getLongValue() {
        return getIntValue();
    }

    @Override
    public double getDoubleValue() {
        return getIntValue();
    }
}
