/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Row Filter. */
package org.reductor.runner.nodes.rowfilter;
