/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bits as RDKit's Python interface gives them (version 2022.09.3, radius 2, other arguments left at their defaults);
 * Avalon's are those of the library in use.
 */
class FingerprintBitsTest {

    static Stream<Arguments> recorded() {
        return Stream.of(
            arguments("morgan", 2048, "CCO",
                "80 222 294 807 1057 1410"),
            arguments("morgan", 2048, "c1ccccc1",
                "389 1088 1873"),
            arguments("morgan", 2048, "CC(=O)Oc1ccccc1C(=O)O",
                "389 456 650 695 807 909 1017 1035 1047 1057 1088 1199 1380 1410 1447 1468 1616 1729 "
            + "1750 1775 1873 1917 1970 1991"),
            arguments("morgan", 2048, "CN1C=NC2=C1C(=O)N(C(=O)N2C)C",
                "33 314 378 400 463 504 564 650 771 932 935 1024 1057 1145 1203 1258 1307 1354 1380 "
            + "1409 1440 1452 1517 1696 1873"),
            arguments("morgan", 2048, "OC[C@H]1OC(O)[C@H](O)[C@@H](O)[C@@H]1O",
                "80 158 222 432 576 610 656 807 1019 1037 1234 1257 1487 1516 1764 1844 1921"),
            arguments("feature-morgan", 1024, "CC(=O)Oc1ccccc1C(=O)O",
                "0 1 2 4 24 32 33 59 61 321 381 478 535 598 626 809 926 955 966 993 1001 1016"),
            arguments("rdkit", 1024, "CCO",
                "159 284 315 562 704 748"),
            arguments("atom-pair", 1024, "CCO",
                "380 572 892"),
            arguments("torsion", 1024, "CC(=O)Oc1ccccc1C(=O)O",
                "12 28 48 49 148 376 377 408 576 612 632 688 692 844 848 852 940"),
            arguments("maccs", 167, "CC(=O)Oc1ccccc1C(=O)O",
                "89 113 123 126 127 136 139 140 143 144 146 150 152 154 157 159 160 162 163 164 165"),
            arguments("avalon", 1024, "c1ccccc1",
                "293 343 455 464 650 669 853 863"));
    }

    @ParameterizedTest(name = "{0} of {2}")
    @MethodSource("recorded")
    void equalsTheRecordedBits(final String kind, final int width, final String smiles, final String bits)
        throws UnusableRowException {
        final var featurizer = new Featurizer(Featurizer.recipe("smiles", FingerprintKind.ofId(kind), width, 2));

        final int[] expected = Arrays.stream(bits.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(featurizer.features(smiles).columns()).containsExactly(expected);
    }
}
