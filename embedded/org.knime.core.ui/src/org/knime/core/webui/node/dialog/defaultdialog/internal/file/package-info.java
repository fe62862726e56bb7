/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Controls for files. */
package org.knime.core.webui.node.dialog.defaultdialog.internal.file;
