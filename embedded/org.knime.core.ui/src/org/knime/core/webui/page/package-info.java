/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Web pages of views. */
package org.knime.core.webui.page;
