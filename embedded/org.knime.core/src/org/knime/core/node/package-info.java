/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** What a node works with while it is configured and executed. */
package org.knime.core.node;
