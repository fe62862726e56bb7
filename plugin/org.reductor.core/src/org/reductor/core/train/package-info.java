/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Training of one network: batches, loss, Adam, early stopping. Two engines compute the same: {@code DenseEpochs} is
 * the plain reference, {@code DeferredEpochs} the fast one that is tested against it.
 */
package org.reductor.core.train;
