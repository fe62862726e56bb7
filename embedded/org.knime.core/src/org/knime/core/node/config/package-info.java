/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The settings tree as the rest of KNIME sees it. */
package org.knime.core.node.config;
