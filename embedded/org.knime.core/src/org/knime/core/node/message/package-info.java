/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Messages with details and advice. */
package org.knime.core.node.message;
