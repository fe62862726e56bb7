/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.List;

/** One descriptor, or several that one calculation gives. Constants of enums: safe to use from several threads. */
interface DescriptorSource {

    /** @return the names in recipes and tables: never change one; other values need another name */
    List<String> ids();

    /**
     * @param molecule what is described
     * @return the values, one a name; not a finite number where the molecule has none
     */
    double[] of(DescribedMolecule molecule);
}
