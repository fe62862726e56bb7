/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.impl;

import org.knime.core.node.port.PortType;

/** A port of a node. */
record PortDescription(String name, PortType type, String description) {
}
