/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** Pages of views in a browser. */
package org.reductor.knime.view;
