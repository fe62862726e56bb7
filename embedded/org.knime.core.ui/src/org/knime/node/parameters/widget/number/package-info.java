/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Controls for numbers. */
package org.knime.node.parameters.widget.number;
