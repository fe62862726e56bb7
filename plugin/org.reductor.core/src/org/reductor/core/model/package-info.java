/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** The model file, its provenance and the predictor. */
package org.reductor.core.model;
