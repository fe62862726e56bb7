/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

/**
 * A connection. Port 0 is the flow-variable port; a node's first real port is 1.
 *
 * @param source number of the node it comes from
 * @param sourcePort its output port
 * @param target number of the node it leads to
 * @param targetPort its input port
 */
public record Connection(int source, int sourcePort, int target, int targetPort) {
}
