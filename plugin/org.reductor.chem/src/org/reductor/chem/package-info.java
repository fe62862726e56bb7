/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** From molecules to features, on RDKit. */
package org.reductor.chem;
