/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** The command {@code reductor}: runs workflows, exports and imports networks, takes KNIME's batch options. */
package org.reductor.cli;
