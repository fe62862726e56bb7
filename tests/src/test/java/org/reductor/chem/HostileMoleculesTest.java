/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;

/**
 * Hostile text through every fingerprint, descriptor and standardisation: each gives features or a reason. So many are
 * tried as the system property {@code reductor.hostile} says, from the number that {@code reductor.hostile.first} says.
 */
class HostileMoleculesTest {

    private static final int TRIED = Integer.getInteger("reductor.hostile", 400);

    private static final int FIRST = Integer.getInteger("reductor.hostile.first", 0);

    private static Featurizer everything() throws UnusableRowException {
        final FeatureRecipe plain = Featurizer.recipe("m",
            Arrays.stream(FingerprintKind.values()).map(kind -> new FingerprintSpec(kind, 64, 2)).toList(),
            DescriptorSet.ALL, List.of("CCO", "c1ccccc1C(=O)N", "CC(C)CC"));
        final Stream<Standardization> standardizations = Stream.of(new Standardization(true, false, false),
            new Standardization(true, true, false), new Standardization(true, true, true));
        return new Featurizer(new FeatureRecipe(Stream.concat(plain.blocks().stream(),
            standardizations.map(way -> FeatureBlocks.fingerprint("m", FingerprintKind.MORGAN, 64, 2,
                new MoleculeOptions(null, way, false)))).toList()));
    }

    @Test
    void everyTextGivesFeaturesOrAReason() throws UnusableRowException {
        final Featurizer featurizer = everything();
        final TreeMap<String, Integer> outcomes = new TreeMap<>();
        double slowest = 0;
        int slowestNumber = 0;
        for (int number = FIRST; number < FIRST + TRIED; number++) {
            final long begin = System.nanoTime();
            try {
                final SparseRow row = featurizer.features(HostileMolecules.of(number));
                assertThat(row.columns()).as("%d", number).isSorted();
                for (int i = 0; !row.binary() && i < row.size(); i++) {
                    assertThat(row.values()[i]).as("%d", number).isFinite();
                }
                outcomes.merge("features", 1, Integer::sum);
            } catch (UnusableRowException e) {
                assertThat(e.getMessage()).as("%d", number).isNotBlank().endsWith(".");
                outcomes.merge(e.getMessage().contains("crashed") ? "RDKit crashed in its own process"
                    : e.getMessage().contains("stopped after") ? "stopped at the time limit" : "refused", 1,
                    Integer::sum);
            }
            final double seconds = (System.nanoTime() - begin) / 1e9;
            if (seconds > slowest) {
                slowest = seconds;
                slowestNumber = number;
            }
        }
        assertThat(outcomes).containsKeys("features", "refused");
        System.out.printf("%d hostile texts from number %d: %s; the slowest, number %d, took %.2f s%n", TRIED, FIRST,
            outcomes, slowestNumber, slowest);
    }
}
