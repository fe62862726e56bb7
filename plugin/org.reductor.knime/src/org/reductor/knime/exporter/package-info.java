/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Network Exporter: networks for other software. */
package org.reductor.knime.exporter;
