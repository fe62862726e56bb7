/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Numeric Scorer and Scorer, computing the same figures as KNIME's nodes. */
package org.reductor.runner.nodes.scorer;
