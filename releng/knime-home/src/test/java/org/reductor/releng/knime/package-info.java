/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** The test workflows in an installed KNIME. */
package org.reductor.releng.knime;
