/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** The summary at the end of a run. */
package org.reductor.cli.report;
