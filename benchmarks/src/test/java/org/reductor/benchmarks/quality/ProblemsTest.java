/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.core.data.CsrMatrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class ProblemsTest {

    @TempDir
    Path folder;

    @Test
    void descriptorsAreStandardisedByTheTrainingRowsAlone() throws IOException {
        final Problem problem = problems("descriptors", "CCO,1,train,0", "CCCCO,2,train,0", "CCCCCCCO,3,train,1",
            "CCCCCCCCCCCCCCCCCCO,4,test,0").of(1);
        final CsrMatrix training = problem.training().features();
        final double mean = IntStream.range(0, 3).mapToDouble(row -> training.denseRow(row)[0]).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(1e-6));
        assertThat(problem.testFeatures().denseRow(0)[0]).isGreaterThan(2);
    }

    @Test
    void unusableRowsCliffsAndKnownMoleculesAreCounted() throws IOException {
        final Problem problem = problems("morgan:2048:2", "CCO,1,train,1", "C1CC,2,train,0", "CCN,3,train,0",
            "CC,,test,1", "OCC,4,test,0", "CCCl,5,test,1").of(1);
        assertThat(problem.training().rows()).isEqualTo(2);
        assertThat(problem.testTargets().values(0)).containsExactly(4, 5);
        assertThat(problem.unusable()).isEqualTo(2);
        assertThat(problem.cliffs()).containsExactly(1);
        assertThat(problem.seen()).isEqualTo(1);
    }

    @Test
    void rowsOfASplitThatDoesNotDependOnTheSeedAreMadeOnce() throws IOException {
        final Problems problems = problems("morgan:64:2", "CCO,1,train,1", "CCN,3,train,0", "CCCl,5,test,1");
        final Problem first = problems.of(1);
        final Problem second = problems.of(2);
        assertThat(second.training()).isSameAs(first.training());
        assertThat(second.seed()).isEqualTo(2);
    }

    @Test
    void aTableWithoutAnyMoleculeNamesTheFirstReasonAndTheRemedy() {
        assertThatThrownBy(() -> problems("morgan:64:2", "C1CC,1,train,0", "x,2,test,0"))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("record 2")
            .hasMessageContaining("[smiles]").hasMessageContaining("--ignore");
    }

    private Problems problems(final String features, final String... rows) throws IOException {
        final List<String> lines = new ArrayList<>(List.of("smiles,y,split,cliff"));
        lines.addAll(List.of(rows));
        return new Problems(QualityTable.read(Files.write(folder.resolve("t.csv"), lines), Set.of()),
            Features.of(features), SplitRule.OWN);
    }
}
