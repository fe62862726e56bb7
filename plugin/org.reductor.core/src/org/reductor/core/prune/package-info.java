/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Reductive pruning (Gurbych and Prymachenko 2022, doi 10.31891/csit-2022-3-5): control and perturbed networks, the
 * deviation of each weight, the choice of what to drop, and the rule that decides which round wins.
 */
package org.reductor.core.prune;
