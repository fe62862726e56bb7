/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices.util;

/** Names one of the input tables. */
public interface InputTableIndexHolder {

    /** Counted from 0. */
    default int getInputTableIndex() {
        return 0;
    }
}
