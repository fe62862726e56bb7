/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * Predictions of rows, from their molecules to the columns that are told of them, wherever they are made: in a node, on
 * the command line or on a cluster.
 */
package org.reductor.chem.screen;
