/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Storage of a settings tree, and its XML form (namespace http://www.knime.org/2008/09/XMLConfig). */
package org.knime.core.node.config.base;
