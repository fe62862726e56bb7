/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Predictions of tables of any size, in a stream that can be broken off and gone on with. */
package org.reductor.cli.predict;
