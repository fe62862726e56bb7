/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * What networks make of the features of a row, and how much they rely on each feature: by switching features off. Knows
 * nothing of molecules.
 */
package org.reductor.core.explain;
