/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** The method: perturbations, criteria, schedules, acceptance, the run and its history. */
package org.reductor.core.prune;
