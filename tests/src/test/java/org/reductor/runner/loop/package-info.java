/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Workflows with loops, and the small loop nodes that they are made of. */
package org.reductor.runner.loop;
