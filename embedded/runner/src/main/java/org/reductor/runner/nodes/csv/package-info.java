/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** CSV Reader and CSV Writer, reading the settings of KNIME's nodes. */
package org.reductor.runner.nodes.csv;
