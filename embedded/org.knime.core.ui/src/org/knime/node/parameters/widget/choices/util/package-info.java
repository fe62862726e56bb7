/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Columns of the input tables as choices. */
package org.knime.node.parameters.widget.choices.util;
