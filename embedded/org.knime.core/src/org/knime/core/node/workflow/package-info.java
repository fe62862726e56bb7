/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The workflow around a node. */
package org.knime.core.node.workflow;
