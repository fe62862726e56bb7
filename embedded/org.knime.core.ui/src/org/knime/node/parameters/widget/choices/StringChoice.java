/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices;

/** A choice: what is stored, and what is shown. */
public record StringChoice(String id, String text) {

    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
