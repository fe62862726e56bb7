/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Deviation Scorer: how much each weight follows the perturbation. */
package org.reductor.knime.scorer;
