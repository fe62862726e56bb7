/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** What travels along the connections between nodes. */
package org.knime.core.node.port;
