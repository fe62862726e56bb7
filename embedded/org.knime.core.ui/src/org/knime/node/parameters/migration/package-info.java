/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Settings that older versions saved. */
package org.knime.node.parameters.migration;
