/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Making, loading and saving the parameters of a node. */
package org.knime.core.webui.node.dialog.defaultdialog;
