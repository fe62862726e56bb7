/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** What web pages are given to show. */
package org.knime.core.webui.data;
