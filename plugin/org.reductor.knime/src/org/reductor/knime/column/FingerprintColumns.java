/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** Offers the columns of the first input that hold features: vectors of bits, counts or numbers. */
public final class FingerprintColumns implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return Columns.Role.FINGERPRINT.fits(column);
    }
}
