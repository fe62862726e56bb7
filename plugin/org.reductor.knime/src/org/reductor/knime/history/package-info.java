/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The rounds of a run as a table, and what the view of the rounds draws of it. */
package org.reductor.knime.history;
