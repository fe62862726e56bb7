/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Views of what a port carries. */
package org.knime.core.webui.node.port;
