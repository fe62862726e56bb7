/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * The arithmetic that time is spent on: sums of rows, forward and backward passes, steps of optimisers. It works on
 * plain arrays and knows neither networks nor what their outputs mean. Not exported.
 */
package org.reductor.core.compute;
