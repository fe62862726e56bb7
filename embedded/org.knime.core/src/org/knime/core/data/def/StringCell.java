/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.def;

import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A text; never null. */
public final class StringCell extends EmbeddedCell implements StringValue {

    public static final DataType TYPE = DataType.getType(StringCell.class);

    private final String text;

    public StringCell(final String str) {
        super(str);
        text = str;
    }

    @Override
    public String getStringValue() {
        return text;
    }
}
