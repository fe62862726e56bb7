/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** What plugin.xml files register. */
package org.reductor.runner.registry;
