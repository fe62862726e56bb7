/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.configmapping;

import java.util.List;

/** Keys from the settings of a parameters object to one of its entries. */
public record ConfigPath(List<String> path) {
}
