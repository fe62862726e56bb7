/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.Locale;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortType;

/** Names of port types as users know them. */
public final class PortNames {

    private PortNames() {
    }

    /** Such as `table` or `networks`. */
    public static String of(final PortType type) {
        return type.equals(BufferedDataTable.TYPE) ? "table"
            : type.getName().replaceFirst("PortObject$", "").toLowerCase(Locale.ROOT);
    }
}
