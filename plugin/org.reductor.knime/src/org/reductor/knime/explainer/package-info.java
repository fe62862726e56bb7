/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The nodes Feature Explainer and Molecule Explainer, and what their views show. */
package org.reductor.knime.explainer;
