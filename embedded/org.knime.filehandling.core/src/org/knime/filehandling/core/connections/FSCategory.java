/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.filehandling.core.connections;

/** Kinds of file systems. */
public enum FSCategory {
    LOCAL, RELATIVE, MOUNTPOINT, HUB_SPACE, CUSTOM_URL, CONNECTED
}
