/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * The ports Networks, Perturbed Networks and Deviations: what flows between the nodes of this category, how it is saved
 * with a workflow, and what their views show.
 */
package org.reductor.knime.port;
