/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** Makes cells of a type; other bundles register them. */
public interface DataCellFactory {

    /** Makes cells from text. */
    interface FromString extends DataCellFactory {
        DataCell createCell(String input);
    }
}
