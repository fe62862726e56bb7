/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Reductor Network Writer: networks into a model file. */
package org.reductor.knime.writer;
