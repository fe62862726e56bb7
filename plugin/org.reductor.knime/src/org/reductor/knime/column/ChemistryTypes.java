/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.List;

import org.knime.chem.types.SdfValue;
import org.knime.chem.types.SmilesValue;

/**
 * The only class that touches KNIME's chemistry types, which are an extension of their own: where it is not installed,
 * the class fails with a {@link NoClassDefFoundError} when it is used.
 */
final class ChemistryTypes {

    private ChemistryTypes() {
    }

    /** @return the forms that molecules are read by, the shorter one first */
    static List<MoleculeForm<?>> forms() {
        return List.of(new MoleculeForm<>(SmilesValue.class, "SMILES", SmilesValue::getSmilesValue),
            new MoleculeForm<>(SdfValue.class, "a molblock", SdfValue::getSdfValue));
    }
}
