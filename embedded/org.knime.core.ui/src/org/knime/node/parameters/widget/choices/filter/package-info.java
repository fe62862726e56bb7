/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Choices of several columns at once. */
package org.knime.node.parameters.widget.choices.filter;
