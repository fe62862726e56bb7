/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.workflow;

/** A loop start that knows when the loop is over. Its end asks it before it lets the loop continue. */
public interface LoopStartNodeTerminator extends LoopStartNode {

    /** Whether the current iteration is the last one. */
    boolean terminateLoop();
}
