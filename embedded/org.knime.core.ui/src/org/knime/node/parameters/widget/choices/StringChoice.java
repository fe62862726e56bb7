/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices;

/** A choice. Dialogs are not part of the stand-in, so none is ever made. */
public final class StringChoice {

    private StringChoice() {
    }
}
