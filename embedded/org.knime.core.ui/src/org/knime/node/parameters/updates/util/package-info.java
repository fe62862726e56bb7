/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Common references. */
package org.knime.node.parameters.updates.util;
