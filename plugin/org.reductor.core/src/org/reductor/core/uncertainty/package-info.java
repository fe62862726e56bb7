/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * How far predictions are to be trusted: intervals and calibrated probabilities from rows that networks had not seen,
 * and how similar a row is to those that they have learned from.
 */
package org.reductor.core.uncertainty;
