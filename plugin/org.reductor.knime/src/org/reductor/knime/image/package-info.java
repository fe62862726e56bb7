/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Images for other nodes: SVG as KNIME knows it, and the plot of a run. */
package org.reductor.knime.image;
