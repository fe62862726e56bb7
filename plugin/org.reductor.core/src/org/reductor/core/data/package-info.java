/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Feature matrices, targets and splits. */
package org.reductor.core.data;
