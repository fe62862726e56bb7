/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Training of one network: batches, loss, Adam, early stopping. This is the plain engine: every step updates every
 * weight that has ever had a gradient, exactly as the textbook says. Faster kernels are tested against it.
 */
package org.reductor.core.train;
