/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Nodes with a model class of their own and a modern dialog; loop nodes are written this way. */
package org.knime.core.webui.node.impl;
