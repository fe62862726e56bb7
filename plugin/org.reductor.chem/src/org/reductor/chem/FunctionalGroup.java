/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import org.RDKit.Match_Vect_Vect;
import org.RDKit.ROMol;
import org.RDKit.RWMol;

/**
 * Functional groups that are counted. The patterns are chains and stars of a few atoms, without rings and without
 * patterns inside atoms, so that no molecule keeps the search busy and threads can share them.
 */
enum FunctionalGroup {

    CARBOXYLIC_ACID("CarboxylicAcid", "[CX3](=[OX1])[OX2H1,OX1-]"),
    ESTER("Ester", "[#6][CX3](=[OX1])[OX2H0][#6]"),
    PRIMARY_AMIDE("PrimaryAmide", "[CX3](=[OX1])[NX3H2]"),
    SECONDARY_AMIDE("SecondaryAmide", "[CX3](=[OX1])[NX3H1]"),
    TERTIARY_AMIDE("TertiaryAmide", "[CX3](=[OX1])[NX3H0;+0]"),
    UREA("Urea", "[NX3][CX3](=[O,S])[NX3]"),
    CARBAMATE("Carbamate", "[NX3][CX3](=[OX1])[OX2]"),
    KETONE("Ketone", "[#6][CX3](=[OX1])[#6]"),
    ALDEHYDE("Aldehyde", "[CX3H1](=[OX1])[#6]"),
    NITRILE("Nitrile", "[CX2]#[NX1]"),
    NITRO("Nitro", "[#6][NX3+](=[OX1])[OX1-]"),
    AZO("Azo", "[#6][NX2]=[NX2][#6]"),
    IMINE("Imine", "[CX3]=[NX2]"),
    PRIMARY_AMINE("PrimaryAmine", "[CX4][NX3H2,NX4H3+]"),
    SECONDARY_AMINE("SecondaryAmine", "[CX4][NX3H1,NX4H2+][CX4]"),
    TERTIARY_AMINE("TertiaryAmine", "[CX4][NX3H0,NX4H1+]([CX4])[CX4]"),
    QUATERNARY_AMMONIUM("QuaternaryAmmonium", "[CX4][NX4H0+]"),
    ANILINE("Aniline", "c[NX3;+0]"),
    PYRROLE_NITROGEN("PyrroleNitrogen", "[nX3H1]"),
    PYRIDINE_NITROGEN("PyridineNitrogen", "[nX2]"),
    HYDRAZINE("Hydrazine", "[NX3][NX3]"),
    NITROGEN_OXYGEN("NitrogenOxygenBond", "[N;+0][OX2]"),
    ALCOHOL("Alcohol", "[CX4][OX2H1]"),
    PHENOL("Phenol", "c[OX2H1]"),
    ALKYL_ETHER("AlkylEther", "[CX4][OX2][CX4]"),
    ARYL_ETHER("ArylEther", "c[OX2H0][CX4,c]"),
    THIOL("Thiol", "[#6][SX2H1]"),
    THIOETHER("Thioether", "[#6][SX2][#6]"),
    SULFOXIDE("Sulfoxide", "[#6][SX3](=[OX1])[#6]"),
    SULFONE("Sulfone", "[#6][SX4](=[OX1])(=[OX1])[#6]"),
    SULFONAMIDE("Sulfonamide", "[SX4](=[OX1])(=[OX1])[NX3]"),
    PHOSPHORYL("Phosphoryl", "[PX4]=[OX1]"),
    TRIFLUOROMETHYL("Trifluoromethyl", "[CX4](F)(F)F"),
    ARYL_HALIDE("ArylHalide", "c[F,Cl,Br,I]"),
    ALKYL_HALIDE("AlkylHalide", "[CX4][F,Cl,Br,I]"),
    ALKENE("Alkene", "[CX3]=[CX3]"),
    ALKYNE("Alkyne", "[CX2]#[CX2]"),
    METHYL("Methyl", "[CX4H3]"),
    TERT_BUTYL("TertButyl", "[CX4]([CH3])([CH3])[CH3]");

    private final String id;

    private final String smarts;

    private volatile RWMol pattern;

    FunctionalGroup(final String id, final String smarts) {
        this.id = id;
        this.smarts = smarts;
    }

    /** @return the name in recipes and tables */
    String id() {
        return "Num" + id;
    }

    /** @return how often the molecule has the group, each set of atoms once; RDKit stops at 1,000 */
    int count(final ROMol molecule) {
        final Match_Vect_Vect matches = molecule.getSubstructMatches(pattern());
        final int count = (int)matches.size();
        matches.delete();
        return count;
    }

    private RWMol pattern() {
        if (pattern == null) {
            synchronized (this) {
                if (pattern == null) {
                    pattern = RWMol.MolFromSmarts(smarts);
                }
            }
        }
        return pattern;
    }
}
