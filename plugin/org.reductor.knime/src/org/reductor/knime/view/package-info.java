/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** What views have in common: the files of their pages, and how KNIME keeps what they show. */
package org.reductor.knime.view;
