/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Progress and results on the console. */
package org.reductor.cli.console;
