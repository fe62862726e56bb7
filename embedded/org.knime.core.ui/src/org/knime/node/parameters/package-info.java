/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Settings of nodes: plain classes whose fields are the settings, with annotations for the dialog. */
package org.knime.node.parameters;
