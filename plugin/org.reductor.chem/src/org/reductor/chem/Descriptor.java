/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;

/**
 * The molecule descriptors that can be used as features, in the order in which a block has them. {@link #id()} is what
 * stands in model files: never change one; a calculation that gives other values needs a new one.
 */
public enum Descriptor {

    /** Average molecular weight, g/mol. */
    MOL_WT("MolWt", RDKFuncs::calcAMW),
    /** Octanol-water partition coefficient, logarithm, by atom contributions (Wildman and Crippen 1999). */
    MOL_LOG_P("MolLogP", RDKFuncs::calcMolLogP),
    /** Molar refractivity by atom contributions (Wildman and Crippen 1999). */
    MOL_MR("MolMR", RDKFuncs::calcMolMR),
    /** Topological polar surface area (Ertl 2000), square angstrom. */
    TPSA("TPSA", RDKFuncs::calcTPSA),
    /** Approximate surface area (Labute 2000), square angstrom. */
    LABUTE_ASA("LabuteASA", RDKFuncs::calcLabuteASA),
    /** Hydrogen bond acceptors. */
    NUM_H_ACCEPTORS("NumHAcceptors", RDKFuncs::calcNumHBA),
    /** Hydrogen bond donors. */
    NUM_H_DONORS("NumHDonors", RDKFuncs::calcNumHBD),
    /** Rotatable bonds, amide bonds not among them. */
    NUM_ROTATABLE_BONDS("NumRotatableBonds", RDKFuncs::calcNumRotatableBonds),
    /** Amide bonds. */
    NUM_AMIDE_BONDS("NumAmideBonds", RDKFuncs::calcNumAmideBonds),
    /** Rings. */
    NUM_RINGS("NumRings", RDKFuncs::calcNumRings),
    /** Aromatic rings. */
    NUM_AROMATIC_RINGS("NumAromaticRings", RDKFuncs::calcNumAromaticRings),
    /** Rings that are not aromatic. */
    NUM_ALIPHATIC_RINGS("NumAliphaticRings", RDKFuncs::calcNumAliphaticRings),
    /** Rings with an atom other than carbon. */
    NUM_HETEROCYCLES("NumHeterocycles", RDKFuncs::calcNumHeterocycles),
    /** Atoms shared by two rings that share no other. */
    NUM_SPIRO_ATOMS("NumSpiroAtoms", RDKFuncs::calcNumSpiroAtoms),
    /** Atoms at the ends of bridges. */
    NUM_BRIDGEHEAD_ATOMS("NumBridgeheadAtoms", RDKFuncs::calcNumBridgeheadAtoms),
    /** Atoms other than hydrogen. */
    NUM_HEAVY_ATOMS("NumHeavyAtoms", ROMol::getNumHeavyAtoms),
    /** Atoms other than carbon and hydrogen. */
    NUM_HETEROATOMS("NumHeteroatoms", RDKFuncs::calcNumHeteroatoms),
    /** Share of carbon atoms with single bonds only, from 0 to 1. */
    FRACTION_CSP3("FractionCSP3", RDKFuncs::calcFractionCSP3),
    /** Total charge, elementary charges. */
    FORMAL_CHARGE("FormalCharge", RDKFuncs::getFormalCharge),
    /** Hall and Kier's alpha, which grows with the size of the atoms' radii. */
    HALL_KIER_ALPHA("HallKierAlpha", RDKFuncs::calcHallKierAlpha);

    private final String id;

    private final ToDoubleFunction<ROMol> calculation;

    Descriptor(final String id, final ToDoubleFunction<ROMol> calculation) {
        this.id = id;
        this.calculation = calculation;
    }

    /** @return the name in recipes and tables */
    public String id() {
        return id;
    }

    /** @return the names of all descriptors, in order */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Descriptor::id).toList();
    }

    /**
     * @param id as in a recipe
     * @return the descriptor
     * @throws IllegalArgumentException for an unknown one, naming it and the known ones
     */
    static Descriptor ofId(final String id) {
        return Arrays.stream(values()).filter(d -> d.id.equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("The descriptor '" + id
                + "' is not known to this version of Reductor. Known descriptors: "
                + ids().stream().collect(Collectors.joining(", ")) + "."));
    }

    /**
     * @param molecule a sanitised molecule
     * @return the value
     * @throws UnusableRowException when it has none
     */
    double of(final ROMol molecule) throws UnusableRowException {
        return RowBuilder.checked("The descriptor " + id + " of the molecule", calculation.applyAsDouble(molecule));
    }
}
