/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Making tables out of tables. */
package org.knime.core.data.container;
