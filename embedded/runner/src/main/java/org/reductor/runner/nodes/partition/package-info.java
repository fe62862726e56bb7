/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Table Partitioner, drawing the same rows as KNIME's node. */
package org.reductor.runner.nodes.partition;
