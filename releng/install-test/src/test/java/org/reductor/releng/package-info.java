/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** Installs the built update site as a user's KNIME would, and looks at what has become of it. */
package org.reductor.releng;
