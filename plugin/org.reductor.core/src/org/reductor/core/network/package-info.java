/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Layers, masks and their compaction. */
package org.reductor.core.network;
