/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** Offers the columns of the first input that can be a target: numbers, true and false, text. */
public final class LearnableColumns implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return Columns.Role.TARGET.fits(column) || column.getType().isCompatible(StringValue.class);
    }
}
