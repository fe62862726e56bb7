/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */

/**
 * RDKit for Java where no other bundle brings it: this bundle exports {@code org.RDKit} and carries RDKit's native
 * library for Linux, Windows and macOS on x86_64. {@link org.reductor.rdkit.RdkitNatives#load()} makes it usable.
 *
 * <p>Where KNIME's own RDKit (bundle {@code org.rdkit.knime.types}) is installed, it alone serves: this bundle imports
 * {@code org.RDKit} from it and then, by the rules of OSGi for a package that is both imported and exported, exports
 * none. Otherwise chance would decide which of the two makes features.
 */
package org.reductor.rdkit;
