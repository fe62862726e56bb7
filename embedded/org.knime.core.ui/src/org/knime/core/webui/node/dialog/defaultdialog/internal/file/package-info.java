/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Settings for the choice of files. */
package org.knime.core.webui.node.dialog.defaultdialog.internal.file;
