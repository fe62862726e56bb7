/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.RDKit.Double_Vect;
import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;

/** Descriptors that come several at once. One constant a family; {@link Descriptor} has those that stand alone. */
enum DescriptorFamily implements DescriptorSource {

    /**
     * Molecular quantum numbers: atoms, bonds, polar groups and rings of each kind (Nguyen, Blum, van Deursen and
     * Reymond, ChemMedChem 2009, 4, 1803-1805), with RDKit's donors and acceptors.
     */
    MQN(numbered("MQN", DescribedMolecule.MQN_COUNT), DescribedMolecule::quantumNumbers),
    /** Surface area (square angstrom) of the atoms of each range of logP contributions (Labute 2000). */
    SLOGP_VSA(numbered("SlogP_VSA", 12), m -> values(RDKFuncs.calcSlogP_VSA(m.molecule()))),
    /** Surface area of the atoms of each range of molar refractivities. */
    SMR_VSA(numbered("SMR_VSA", 10), m -> values(RDKFuncs.calcSMR_VSA(m.molecule()))),
    /** Surface area of the atoms of each range of Gasteiger charges. */
    PEOE_VSA(numbered("PEOE_VSA", 14), m -> values(RDKFuncs.calcPEOE_VSA(m.molecule()))),
    /** Atoms of elements that the quantum numbers do not have, or not in one number. */
    ELEMENTS(List.of("NumBoron", "NumNitrogen", "NumOxygen", "NumSilicon", "NumSelenium", "NumOtherElements"),
        m -> elements(m.graph())),
    /** {@link FunctionalGroup}s. */
    GROUPS(Arrays.stream(FunctionalGroup.values()).map(FunctionalGroup::id).toList(), m -> groups(m.molecule()));

    /** Boron, nitrogen, oxygen, silicon, selenium. */
    private static final int[] COUNTED = {5, 7, 8, 14, 34};

    /** Dummy, hydrogen, carbon, fluorine, phosphorus, sulfur, chlorine, bromine and iodine; with those above. */
    private static final List<Integer> USUAL = List.of(0, 1, 5, 6, 7, 8, 9, 14, 15, 16, 17, 34, 35, 53);

    private final List<String> ids;

    private final Function<DescribedMolecule, double[]> calculation;

    DescriptorFamily(final List<String> ids, final Function<DescribedMolecule, double[]> calculation) {
        this.ids = ids;
        this.calculation = calculation;
    }

    private static List<String> numbered(final String prefix, final int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }

    /** Native memory is freed at once. */
    private static double[] values(final Double_Vect vector) {
        try {
            return IntStream.range(0, (int)vector.size()).mapToDouble(vector::get).toArray();
        } finally {
            vector.delete();
        }
    }

    private static double[] elements(final MolecularGraph graph) {
        final double[] counts = Arrays.copyOf(Arrays.stream(COUNTED).mapToDouble(graph::count).toArray(),
            COUNTED.length + 1);
        counts[COUNTED.length] = Arrays.stream(graph.elements()).filter(e -> !USUAL.contains(e)).count();
        return counts;
    }

    private static double[] groups(final ROMol molecule) {
        return Arrays.stream(FunctionalGroup.values()).mapToDouble(group -> group.count(molecule)).toArray();
    }

    @Override
    public List<String> ids() {
        return ids;
    }

    @Override
    public double[] of(final DescribedMolecule molecule) {
        return calculation.apply(molecule);
    }
}
