/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * What a network is trained on: sparse feature matrices, the recipe that made the features, targets, and the split of
 * the rows into a hold-out and folds; and the limits of all that.
 */
package org.reductor.core.data;
