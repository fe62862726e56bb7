/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Errors of computed states. */
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;
