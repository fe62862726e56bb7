/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Stand-in for KNIME's declarative node API. */
package org.knime.node;
