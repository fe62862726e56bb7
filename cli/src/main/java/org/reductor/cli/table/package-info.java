/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Tables of any size, read a row at a time, and what they are written to. */
package org.reductor.cli.table;
