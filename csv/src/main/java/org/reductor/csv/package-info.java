/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** CSV files as people have them: read as KNIME's CSV Reader does, but what looks wrong is said. */
package org.reductor.csv;
