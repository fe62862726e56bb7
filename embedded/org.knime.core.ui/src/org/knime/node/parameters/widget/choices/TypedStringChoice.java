/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices;

/** A choice that has a type, as a column has. Dialogs are not part of the stand-in, so none is ever made. */
public final class TypedStringChoice {

    private TypedStringChoice() {
    }
}
