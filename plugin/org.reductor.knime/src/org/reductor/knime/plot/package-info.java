/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Pruning Plot: the rounds of a run as an image. */
package org.reductor.knime.plot;
