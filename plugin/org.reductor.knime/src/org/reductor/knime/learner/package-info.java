/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * The nodes that train: Reductive Pruning Learner, and for single steps Network Learner and Perturbed Network Learner.
 * Their settings and their runs.
 */
package org.reductor.knime.learner;
