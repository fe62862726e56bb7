/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Lists of parameters. */
package org.knime.node.parameters.array;
