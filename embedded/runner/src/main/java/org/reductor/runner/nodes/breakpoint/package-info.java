/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Stands in for KNIME's Breakpoint, which lets a run fail. */
package org.reductor.runner.nodes.breakpoint;
