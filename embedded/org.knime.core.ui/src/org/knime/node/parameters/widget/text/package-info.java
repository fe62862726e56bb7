/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Controls for texts. */
package org.knime.node.parameters.widget.text;
