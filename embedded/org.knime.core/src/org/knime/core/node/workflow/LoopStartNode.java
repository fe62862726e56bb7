/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.workflow;

/** Marks the model of a node that starts a loop: it is executed once an iteration, without being reset in between. */
public interface LoopStartNode {
}
