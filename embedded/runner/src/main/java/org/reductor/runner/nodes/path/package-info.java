/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** File locations as KNIME's nodes store them. */
package org.reductor.runner.nodes.path;
