/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Where settings are. */
package org.knime.core.webui.node.dialog.configmapping;
