/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Reductor Network Reader: networks from a model file. */
package org.reductor.knime.reader;
