/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Trains a model again from a table and tells whether it is the same. */
package org.reductor.knime.verify;
