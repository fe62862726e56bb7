/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Tables to learn from: which of their columns hold features and targets, what the targets are, and their rows as the
 * core takes them.
 */
package org.reductor.knime.labelled;
