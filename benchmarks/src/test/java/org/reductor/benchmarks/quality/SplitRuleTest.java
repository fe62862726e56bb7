/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class SplitRuleTest {

    @TempDir
    Path folder;

    @Test
    void aRandomSplitTakesTheShareAndAnotherWithAnotherSeed() throws IOException {
        final QualityTable table = table(rows(50, i -> "C,x"));
        final SplitRule rule = SplitRule.of("random:.3");
        final Split split = rule.of(table, all(50), 1);
        assertThat(split.test()).hasSize(15).isSorted();
        assertThat(IntStream.concat(Arrays.stream(split.test()), Arrays.stream(split.training())).sorted().toArray())
            .isEqualTo(all(50));
        assertThat(rule.of(table, all(50), 1).test()).isEqualTo(split.test());
        assertThat(rule.of(table, all(50), 2).test()).isNotEqualTo(split.test());
        assertThat(rule.seeded()).isTrue();
    }

    @Test
    void onlyUsableRowsAreDivided() throws IOException {
        final Split split = SplitRule.of("random:.5").of(table(rows(10, i -> "C,x")), new int[]{1, 3, 5, 7}, 1);
        assertThat(IntStream.concat(Arrays.stream(split.test()), Arrays.stream(split.training())).sorted())
            .containsExactly(1, 3, 5, 7);
    }

    @Test
    void theTablesOwnColumnDecides() throws IOException {
        final QualityTable table = table(List.of("C,train", "C,test", "C,train", "C,test"));
        final Split split = SplitRule.OWN.of(table, new int[]{0, 1, 2}, 1);
        assertThat(split.training()).containsExactly(0, 2);
        assertThat(split.test()).containsExactly(1);
        assertThat(SplitRule.OWN.seeded()).isFalse();
    }

    @Test
    void anotherWordInThatColumnIsRefusedWithItsPlace() throws IOException {
        final QualityTable table = table(List.of("C,train", "C,valid"));
        assertThatThrownBy(() -> SplitRule.OWN.of(table, all(2), 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'valid'").hasMessageContaining("record 3");
    }

    /** 10 of benzene, 5 without a ring, 3 of pyridine and 2 of pyrrole: by share .2 the test set has 4 rows. */
    @Test
    void theRarestScaffoldsAreTheTestSet() throws IOException {
        final List<String> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add("c1ccccc1" + "C".repeat(i) + ",x");
            if (i % 2 == 0) {
                rows.add("C".repeat(i + 1) + ",x");
            }
            if (i < 3) {
                rows.add("n1ccccc1" + "C".repeat(i) + ",x");
            }
            if (i < 2) {
                rows.add("[nH]1cccc1" + "C".repeat(i) + ",x");
            }
        }
        final QualityTable table = table(rows);
        // Training takes benzene (10 of 12); the validation set, rows without a ring (15 of 16); neither takes more.
        final Split split = SplitRule.of("scaffold:.2").of(table, all(20), 7);
        assertThat(Arrays.stream(split.test()).mapToObj(row -> table.cell(row, "smiles").charAt(0))
            .collect(Collectors.toSet())).containsExactlyInAnyOrder('n');
        assertThat(split.test()).hasSize(3);
        assertThat(SplitRule.of("scaffold:.2").seeded()).isFalse();
    }

    @Test
    void groupsOfAColumnStayTogether() throws IOException {
        final QualityTable table = table(rows(40, i -> "C," + "abcdefgh".charAt(i % 8)));
        final SplitRule rule = SplitRule.of("groups:split:.25");
        final Split split = rule.of(table, all(40), 1);
        assertThat(split.test()).hasSize(10);
        assertThat(texts(table, split.test())).hasSize(2).doesNotContainAnyElementsOf(texts(table, split.training()));
        assertThat(rule.seeded()).isTrue();
    }

    @Test
    void aSplitIsReadFromTheTextThatItGives() {
        for (final String text : List.of("random:0.2", "scaffold:0.1", "groups:additive:0.3")) {
            assertThat(SplitRule.of(text)).hasToString(text);
        }
        assertThatThrownBy(() -> SplitRule.of("random")).hasMessageContaining("'random'");
        assertThatThrownBy(() -> SplitRule.of("random:x")).hasMessageContaining("'random:x'");
        assertThatThrownBy(() -> SplitRule.of("random:1")).hasMessageContaining("1.0");
    }

    @Test
    void aSideWithoutRowsIsRefused() throws IOException {
        final QualityTable table = table(List.of("C,train", "CC,train"));
        assertThatThrownBy(() -> SplitRule.OWN.of(table, all(2), 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("leaves 0 of the 2");
    }

    private static Set<String> texts(final QualityTable table, final int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> table.cell(row, "split")).collect(Collectors.toSet());
    }

    private static int[] all(final int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static List<String> rows(final int count, final IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).toList();
    }

    private QualityTable table(final List<String> rows) throws IOException {
        final List<String> lines = new ArrayList<>(List.of("smiles,split,y"));
        rows.forEach(row -> lines.add(row + "," + lines.size()));
        return QualityTable.read(Files.write(folder.resolve("table.csv"), lines), Set.of());
    }
}
