/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The fluent way to describe a node; and {@link org.knime.node.EmbeddedNode}, which runs what was described. */
package org.knime.node;
