/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Where controls stand in the dialog. */
package org.knime.node.parameters.layout;
