/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Network Importer: networks that other software has trained. */
package org.reductor.knime.importer;
