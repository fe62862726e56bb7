/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Shorter ways to say when a field is shown. */
package org.knime.node.parameters.updates.util;
