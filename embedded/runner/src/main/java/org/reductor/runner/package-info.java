/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Runs KNIME workflow folders without KNIME. */
package org.reductor.runner;
