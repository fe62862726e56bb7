/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Network Predictor, and the columns it appends. */
package org.reductor.knime.predictor;
