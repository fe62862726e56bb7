/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
/** The node Molecule Grouper: which molecules a split should keep together. */
package org.reductor.knime.grouper;
