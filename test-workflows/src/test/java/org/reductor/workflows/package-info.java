/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Executes the test workflows. */
package org.reductor.workflows;
