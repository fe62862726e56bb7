/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Loading and executing workflow folders. */
package org.reductor.runner.workflow;
