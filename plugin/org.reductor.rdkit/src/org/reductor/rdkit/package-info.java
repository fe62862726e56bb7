/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/** RDKit's native library: where it is unpacked and how it is loaded. */
package org.reductor.rdkit;
