/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/**
 * RDKit for Java where no other bundle brings it: this bundle exports {@code org.RDKit} and carries RDKit's native
 * library for Linux, Windows and macOS on x86_64. {@link org.reductor.rdkit.RdkitNatives#load()} makes it usable.
 */
package org.reductor.rdkit;
