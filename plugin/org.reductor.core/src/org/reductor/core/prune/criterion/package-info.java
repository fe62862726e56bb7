/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Which weights matter least: one class a criterion, all told of the same things and listed in {@code Criteria}. They
 * know nothing of rounds.
 */
package org.reductor.core.prune.criterion;
