/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** How the fields of parameters are stored: by convention, or as annotations say. */
package org.knime.core.webui.node.dialog.defaultdialog.persistence;
