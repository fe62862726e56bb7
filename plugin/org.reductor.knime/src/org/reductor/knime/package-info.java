/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The bundle itself; the nodes are in the packages below. */
package org.reductor.knime;
