/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.base.data.xml;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.StringValue;

/** A drawing in a table. */
class SvgCell extends DataCell implements SvgValue, StringValue {

    static final DataType TYPE = DataType.getType(SvgCell.class);

    private static final long serialVersionUID = 1L;

    private final String text;

    SvgCell(final String text) {
        this.text = text;
    }

    @Override
    public String getStringValue() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return text.equals(((SvgCell)dc).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
