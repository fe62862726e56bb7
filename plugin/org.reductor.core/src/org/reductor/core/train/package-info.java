/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Losses, Adam, early stopping and batch plans. */
package org.reductor.core.train;
