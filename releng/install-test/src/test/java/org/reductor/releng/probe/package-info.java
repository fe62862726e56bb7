/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** What the installation test runs inside the installation, as a bundle of its own. */
package org.reductor.releng.probe;
