/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/**
 * What dialogs of several nodes let choose, and what it means to the core. Workflows store choices by their names.
 */
package org.reductor.knime.choice;
