/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Reductive Pruning Learner: its settings, the reading of its tables, its history table and its view. */
package org.reductor.knime.learner;
