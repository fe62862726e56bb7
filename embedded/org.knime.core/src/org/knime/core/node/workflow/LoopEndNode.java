/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.workflow;

/** Marks the model of a node that ends a loop: it calls {@code continueLoop()} while it wants another iteration. */
public interface LoopEndNode {
}
