/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters;

/** A class whose fields may be shown in a dialog. */
public interface WidgetGroup {
}
