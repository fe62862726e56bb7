/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Stands in for KNIME's Row Filter, with the comparisons that a test workflow needs. */
package org.reductor.runner.nodes.rowfilter;
