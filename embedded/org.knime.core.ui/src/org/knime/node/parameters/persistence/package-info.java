/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** How parameters are stored. */
package org.knime.node.parameters.persistence;
