/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** The Networks port. */
package org.reductor.knime.port;
