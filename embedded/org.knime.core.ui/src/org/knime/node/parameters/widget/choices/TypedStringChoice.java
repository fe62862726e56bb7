/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/** A choice that has a type, as a column has. */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /** A type by its id and name. */
    public record PossibleTypeValue(String id, String text) {
    }

    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(), new PossibleTypeValue(
            colSpec.getType().getPreferredValueClass().getName(), colSpec.getType().getName()));
    }
}
