/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Command line. */
package org.reductor.runner.cli;
