/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/**
 * How good the predictions are: the product with its defaults, unpruned and pruned, beside other methods on the same
 * rows and features, over any tables. Started by {@code benchmarks/quality}.
 */
package org.reductor.benchmarks.quality;
