/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;

/**
 * The molecule descriptors that stand alone, in the order in which a block has them; {@link DescriptorFamily} has those
 * that come several at once. The first twenty are {@link DescriptorSet#BASIC}. {@link #id()} is what stands in model
 * files: never change one; a calculation that gives other values needs a new one.
 * <p>
 * Only what RDKit's Java library offers from 2020.09 to 2024.09 alike: not the charges of single atoms, whose call has
 * changed. Not Balaban's index either: at {@code computeBalabanJ}, the library of 2020.09 corrupts its memory.
 */
enum Descriptor implements DescriptorSource {

    /** Average molecular weight, g/mol. */
    MOL_WT("MolWt", rdkit(RDKFuncs::calcAMW)),
    /** Octanol-water partition coefficient, logarithm, by atom contributions (Wildman and Crippen 1999). */
    MOL_LOG_P("MolLogP", rdkit(RDKFuncs::calcMolLogP)),
    /** Molar refractivity by atom contributions (Wildman and Crippen 1999). */
    MOL_MR("MolMR", rdkit(RDKFuncs::calcMolMR)),
    /** Topological polar surface area (Ertl 2000), square angstrom. */
    TPSA("TPSA", rdkit(RDKFuncs::calcTPSA)),
    /** Approximate surface area (Labute 2000), square angstrom. */
    LABUTE_ASA("LabuteASA", rdkit(RDKFuncs::calcLabuteASA)),
    /** Hydrogen bond acceptors. */
    NUM_H_ACCEPTORS("NumHAcceptors", rdkit(RDKFuncs::calcNumHBA)),
    /** Hydrogen bond donors. */
    NUM_H_DONORS("NumHDonors", rdkit(RDKFuncs::calcNumHBD)),
    /** Rotatable bonds, amide bonds not among them; RDKit counts them for the quantum number MQN19. */
    NUM_ROTATABLE_BONDS("NumRotatableBonds", m -> m.quantumNumbers()[18]),
    /** Amide bonds. */
    NUM_AMIDE_BONDS("NumAmideBonds", rdkit(RDKFuncs::calcNumAmideBonds)),
    /** Rings. */
    NUM_RINGS("NumRings", rdkit(RDKFuncs::calcNumRings)),
    /** Aromatic rings. */
    NUM_AROMATIC_RINGS("NumAromaticRings", rdkit(RDKFuncs::calcNumAromaticRings)),
    /** Rings that are not aromatic. */
    NUM_ALIPHATIC_RINGS("NumAliphaticRings", rdkit(RDKFuncs::calcNumAliphaticRings)),
    /** Rings with an atom other than carbon. */
    NUM_HETEROCYCLES("NumHeterocycles", rdkit(RDKFuncs::calcNumHeterocycles)),
    /** Atoms shared by two rings that share no other. */
    NUM_SPIRO_ATOMS("NumSpiroAtoms", rdkit(RDKFuncs::calcNumSpiroAtoms)),
    /** Atoms at the ends of bridges. */
    NUM_BRIDGEHEAD_ATOMS("NumBridgeheadAtoms", rdkit(RDKFuncs::calcNumBridgeheadAtoms)),
    /** Atoms other than hydrogen. */
    NUM_HEAVY_ATOMS("NumHeavyAtoms", rdkit(ROMol::getNumHeavyAtoms)),
    /** Atoms other than carbon and hydrogen. */
    NUM_HETEROATOMS("NumHeteroatoms", rdkit(RDKFuncs::calcNumHeteroatoms)),
    /** Share of carbon atoms with single bonds only, from 0 to 1. */
    FRACTION_CSP3("FractionCSP3", rdkit(RDKFuncs::calcFractionCSP3)),
    /** Total charge, elementary charges. */
    FORMAL_CHARGE("FormalCharge", rdkit(RDKFuncs::getFormalCharge)),
    /** Hall and Kier's alpha, which grows with the size of the atoms' radii. */
    HALL_KIER_ALPHA("HallKierAlpha", rdkit(RDKFuncs::calcHallKierAlpha)),
    /** Molecular weight of the most frequent isotopes, g/mol. */
    EXACT_MOL_WT("ExactMolWt", rdkit(RDKFuncs::calcExactMW)),
    /** Average molecular weight without hydrogen, g/mol. */
    HEAVY_ATOM_MOL_WT("HeavyAtomMolWt", m -> RDKFuncs.calcAMW(m.molecule(), true)),
    /** Atoms of nitrogen and oxygen: Lipinski's acceptors. */
    NO_COUNT("NOCount", rdkit(RDKFuncs::calcLipinskiHBA)),
    /** Hydrogen on nitrogen and oxygen: Lipinski's donors. */
    NHOH_COUNT("NHOHCount", rdkit(RDKFuncs::calcLipinskiHBD)),
    /** Rings with single bonds only. */
    NUM_SATURATED_RINGS("NumSaturatedRings", rdkit(RDKFuncs::calcNumSaturatedRings)),
    /** Aromatic rings with an atom other than carbon. */
    NUM_AROMATIC_HETEROCYCLES("NumAromaticHeterocycles", rdkit(RDKFuncs::calcNumAromaticHeterocycles)),
    /** Aromatic rings of carbon only. */
    NUM_AROMATIC_CARBOCYCLES("NumAromaticCarbocycles", rdkit(RDKFuncs::calcNumAromaticCarbocycles)),
    /** Saturated rings with an atom other than carbon. */
    NUM_SATURATED_HETEROCYCLES("NumSaturatedHeterocycles", rdkit(RDKFuncs::calcNumSaturatedHeterocycles)),
    /** Saturated rings of carbon only. */
    NUM_SATURATED_CARBOCYCLES("NumSaturatedCarbocycles", rdkit(RDKFuncs::calcNumSaturatedCarbocycles)),
    /** Rings that are not aromatic, with an atom other than carbon. */
    NUM_ALIPHATIC_HETEROCYCLES("NumAliphaticHeterocycles", rdkit(RDKFuncs::calcNumAliphaticHeterocycles)),
    /** Rings that are not aromatic, of carbon only. */
    NUM_ALIPHATIC_CARBOCYCLES("NumAliphaticCarbocycles", rdkit(RDKFuncs::calcNumAliphaticCarbocycles)),
    /** Atoms that are or could be stereocentres. */
    NUM_ATOM_STEREO_CENTERS("NumAtomStereoCenters", m -> RDKFuncs.numAtomStereoCenters(withStereo(m))),
    /** Those of them whose configuration is not given. */
    NUM_UNSPECIFIED_STEREO_CENTERS("NumUnspecifiedAtomStereoCenters",
        m -> RDKFuncs.numUnspecifiedAtomStereoCenters(withStereo(m))),
    /** Unpaired electrons. */
    NUM_RADICAL_ELECTRONS("NumRadicalElectrons", m -> Arrays.stream(m.graph().radicals()).sum()),
    /** Connectivity indices (Hall and Kier 1991) by valence electrons: atoms, bonds, paths of two to four bonds. */
    CHI_0V("Chi0v", rdkit(RDKFuncs::calcChi0v)),
    CHI_1V("Chi1v", rdkit(RDKFuncs::calcChi1v)),
    CHI_2V("Chi2v", m -> m.paths().valenceChi(2)),
    CHI_3V("Chi3v", m -> m.paths().valenceChi(3)),
    CHI_4V("Chi4v", m -> m.paths().valenceChi(4)),
    /** The same, heavy elements like light ones. */
    CHI_0N("Chi0n", rdkit(RDKFuncs::calcChi0n)),
    CHI_1N("Chi1n", rdkit(RDKFuncs::calcChi1n)),
    CHI_2N("Chi2n", m -> m.paths().simpleChi(2)),
    CHI_3N("Chi3n", m -> m.paths().simpleChi(3)),
    CHI_4N("Chi4n", m -> m.paths().simpleChi(4)),
    /** Shape indices kappa (Hall and Kier 1991), from the number of bonds and of paths of two and three bonds. */
    KAPPA_1("Kappa1", rdkit(RDKFuncs::calcKappa1)),
    KAPPA_2("Kappa2", Kappa::second),
    KAPPA_3("Kappa3", Kappa::third),
    /** Flexibility (Hall and Kier 1991): Kappa1 times Kappa2 by the number of heavy atoms. */
    PHI("Phi", Kappa::flexibility);

    private final String id;

    private final ToDoubleFunction<DescribedMolecule> calculation;

    Descriptor(final String id, final ToDoubleFunction<DescribedMolecule> calculation) {
        this.id = id;
        this.calculation = calculation;
    }

    private static ToDoubleFunction<DescribedMolecule> rdkit(final ToDoubleFunction<ROMol> calculation) {
        return molecule -> calculation.applyAsDouble(molecule.molecule());
    }

    /** RDKit's reader has looked for stereocentres, but a fragment that was cut out of a molecule forgets them. */
    private static ROMol withStereo(final DescribedMolecule molecule) {
        RDKFuncs.assignStereochemistry(molecule.molecule(), false, false, true);
        return molecule.molecule();
    }

    /** @return the name in recipes and tables */
    String id() {
        return id;
    }

    @Override
    public List<String> ids() {
        return List.of(id);
    }

    @Override
    public double[] of(final DescribedMolecule molecule) {
        return new double[]{calculation.applyAsDouble(molecule)};
    }
}
