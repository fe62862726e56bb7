/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BalancedSplitTest {

    /** Groups as scaffolds are: a few large ones and a long tail of single molecules, none above half of the rows. */
    private static RowGroups scaffolds(final int rows, final Random random) {
        return RowGroups.of(random.doubles(rows).mapToObj(x -> "scaffold " + (int)(rows * x * x * x)).toList());
    }

    private static Stream<int[]> parts(final DataSplit split) {
        return Stream.concat(Stream.of(split.holdOut()), split.folds().stream().map(DataSplit.Fold::validation));
    }

    private static void requireEachRowOnce(final DataSplit split, final int rows) {
        assertThat(parts(split).flatMapToInt(Arrays::stream).sorted().toArray())
            .containsExactly(IntStream.range(0, rows).toArray());
        for (final DataSplit.Fold fold : split.folds()) {
            assertThat(IntStream.concat(Arrays.stream(fold.training()), Arrays.stream(fold.validation())).sorted()
                .toArray()).containsExactly(split.foldRows());
        }
    }

    @Property(tries = 300, seed = "1")
    void groupsAreNeverDividedAndNoPartIsEmpty(@ForAll @IntRange(min = 60, max = 500) final int rows,
        @ForAll @IntRange(min = 2, max = 8) final int folds, @ForAll final long seed) {
        final RowGroups groups = scaffolds(rows, new Random(seed));
        final DataSplit split = DataSplit.of(rows, 0.1, folds, seed, groups, List.of());
        requireEachRowOnce(split, rows);
        final int[] part = new int[rows];
        final List<int[]> parts = parts(split).toList();
        for (int i = 0; i < parts.size(); i++) {
            for (final int row : parts.get(i)) {
                part[row] = i;
            }
        }
        for (final int[] members : groups.members()) {
            assertThat(Arrays.stream(members).map(row -> part[row]).distinct()).hasSize(1);
        }
        assertThat(split.holdOut()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(parts).allMatch(rowsOfPart -> rowsOfPart.length > 0);
    }

    @Property(tries = 300, seed = "1")
    void sizesMissWhatIsWantedByLessThanTheLargestGroup(@ForAll @IntRange(min = 60, max = 500) final int rows,
        @ForAll @IntRange(min = 2, max = 8) final int folds, @ForAll final long seed) {
        final RowGroups groups = scaffolds(rows, new Random(seed));
        final int largest = groups.members().stream().mapToInt(members -> members.length).max().orElseThrow();
        final DataSplit plain = DataSplit.of(rows, 0.1, folds, seed);
        final DataSplit grouped = DataSplit.of(rows, 0.1, folds, seed, groups, List.of());
        final List<int[]> wanted = parts(plain).toList();
        final List<int[]> got = parts(grouped).toList();
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(got.get(i).length).isLessThan(wanted.get(i).length + largest)
                .isGreaterThan(wanted.get(i).length - largest);
        }
    }

    @Property(tries = 200, seed = "1")
    void withoutGroupsStrataAreSpreadEvenlyAtTheSizesOfAPlainSplit(
        @ForAll @IntRange(min = 20, max = 400) final int rows, @ForAll @IntRange(min = 2, max = 8) final int folds,
        @ForAll final long seed) {
        final int[] strata = Strata.quantiles(new Random(seed).doubles(rows).toArray(), Strata.QUANTILES);
        final DataSplit split = DataSplit.of(rows, 0.1, folds, seed, null, List.of(strata));
        requireEachRowOnce(split, rows);
        assertThat(parts(split).mapToInt(part -> part.length)).containsExactlyElementsOf(
            parts(DataSplit.of(rows, 0.1, folds, seed)).map(part -> part.length).toList());
        for (final int[] part : parts(split).toList()) {
            for (int stratum = 0; stratum < Strata.QUANTILES; stratum++) {
                final int s = stratum;
                final double wanted =
                    (double)part.length * Arrays.stream(strata).filter(x -> x == s).count() / rows;
                assertThat((double)Arrays.stream(part).filter(row -> strata[row] == s).count())
                    .isBetween(wanted - 2, wanted + 2);
            }
        }
    }

    @Test
    void aRareClassOfSeveralTasksWithGapsReachesEveryFold() {
        final Random random = new Random(3);
        final int[] common = random.ints(200, 0, 2).toArray();
        final int[] rare = IntStream.range(0, 200).map(row -> row % 40 == 7 ? 1 : row % 3 == 0 ? Strata.NONE : 0)
            .toArray();
        for (long seed = 0; seed < 20; seed++) {
            final DataSplit split = DataSplit.withoutHoldOut(200, 5, seed, null, List.of(common, rare));
            for (final DataSplit.Fold fold : split.folds()) {
                assertThat(Arrays.stream(fold.validation()).filter(row -> rare[row] == 1).count()).isEqualTo(1);
                assertThat(Arrays.stream(fold.validation()).filter(row -> common[row] == 1).count())
                    .isBetween(Arrays.stream(common).sum() / 5 - 1L, Arrays.stream(common).sum() / 5 + 2L);
            }
        }
    }

    @Test
    void groupsAndStrataTogether() {
        final Random random = new Random(5);
        final RowGroups groups = RowGroups.of(random.ints(300, 0, 90).mapToObj(Integer::toString).toList());
        final int[] classes = random.doubles(300).mapToInt(x -> x < 0.2 ? 1 : 0).toArray();
        final double share = Arrays.stream(classes).average().orElseThrow();
        final DataSplit split = DataSplit.of(300, 0.1, 5, 1, groups, List.of(classes));
        assertThat(parts(split)).allSatisfy(
            part -> assertThat(Arrays.stream(part).map(row -> classes[row]).average().orElseThrow())
                .isBetween(share - 0.05, share + 0.05));
    }

    @Test
    void theSeedDecides() {
        final RowGroups groups = scaffolds(200, new Random(1));
        assertThat(DataSplit.of(200, 0.1, 5, 7, groups, List.of()).foldRows())
            .containsExactly(DataSplit.of(200, 0.1, 5, 7, groups, List.of()).foldRows());
        final TreeSet<String> holdOuts = new TreeSet<>();
        for (long seed = 0; seed < 10; seed++) {
            holdOuts.add(Arrays.toString(DataSplit.of(200, 0.1, 5, seed, groups, List.of()).holdOut()));
        }
        assertThat(holdOuts).hasSize(10);
    }

    /** The split that runs had before there were groups: its rows must never change. */
    @Test
    void withoutGroupsAndStrataTheSplitIsTheShuffle() {
        final DataSplit split = DataSplit.of(30, 0.1, 3, 5, null, List.of());
        final int[] order = Shuffle.inPlace(IntStream.range(0, 30).toArray(), 5);
        assertThat(split.holdOut()).containsExactly(Arrays.stream(order, 0, 3).sorted().toArray());
        assertThat(split.folds().get(1).validation()).containsExactly(Arrays.stream(order, 12, 21).sorted().toArray());
        assertThat(split.folds().get(1).training()).containsExactly(
            IntStream.concat(Arrays.stream(order, 3, 12), Arrays.stream(order, 21, 30)).sorted().toArray());
    }

    @Test
    void everyPartGetsAGroupWhereThereAreJustEnough() {
        final RowGroups groups =
            RowGroups.of(Stream.of("a", "a", "a", "a", "a", "b", "b", "b", "b", "b", "c", "c", "c", "d").toList());
        final DataSplit split = DataSplit.withoutHoldOut(14, 4, 1, groups, List.of());
        assertThat(parts(split).mapToInt(part -> part.length).sorted()).containsExactly(0, 1, 3, 5, 5);
    }

    @Test
    void aGroupOfMoreThanHalfOfTheRowsIsNamed() {
        final List<String> labels = Stream.concat(Collections.nCopies(60, "c1ccccc1").stream(),
            IntStream.range(0, 50).mapToObj(Integer::toString)).toList();
        assertThatThrownBy(() -> DataSplit.of(110, 0.1, 5, 1, RowGroups.of(labels), List.of()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("The group 'c1ccccc1' has 60 of 110 rows, more than half")
            .hasMessageEndingWith("Choose a finer grouping, or let the folds split groups.");
    }

    @Test
    void tooFewGroupsAreCountedAndTheLargestIsNamed() {
        final List<String> labels = IntStream.range(0, 40).mapToObj(row -> row < 18 ? "big" : "g" + row % 3).toList();
        assertThatThrownBy(() -> DataSplit.of(40, 0.1, 5, 1, RowGroups.of(labels), List.of()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith(
                "There are only 4 groups in 40 rows, too few for 5 folds and a hold-out of at least 2 rows")
            .hasMessageContaining("the largest, 'big', has 18 rows").hasMessageContaining("fewer folds");
    }

    @Test
    void groupsAndStrataOfOtherRowsAreRefused() {
        assertThatThrownBy(() -> DataSplit.of(40, 0.1, 5, 1, RowGroups.of(List.of("a", "b")), List.of()))
            .hasMessageContaining("groups for 2 rows, but 40 rows");
        assertThatThrownBy(() -> DataSplit.of(40, 0.1, 5, 1, null, List.of(new int[3])))
            .hasMessageContaining("strata for 3 rows");
    }
}
