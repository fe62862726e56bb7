/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** File systems and places in them. */
package org.knime.filehandling.core.connections;
