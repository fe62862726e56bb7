/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** What all parts of the user interface that are web pages have in common. */
package org.knime.core.webui;
