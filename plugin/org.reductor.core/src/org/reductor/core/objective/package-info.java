/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * What networks are trained for and judged by: objectives (outputs, loss and its gradient, link, perturbation of
 * targets) and metrics (predictions to a score). Both are told of tasks and rows, and know nothing of networks.
 */
package org.reductor.core.objective;
