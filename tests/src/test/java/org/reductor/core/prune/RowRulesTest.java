/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Duplicates;
import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowGroups;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.RowRules;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Strata;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;
import org.reductor.core.model.Provenance;
import org.reductor.core.train.TrainingSettings;

/** What a run makes of the rows. */
class RowRulesTest {

    private static final Dataset DATA = SyntheticData.of(80, 3);
    private static final RowGroups TENS =
        RowGroups.of(IntStream.range(0, 80).mapToObj(row -> "series " + row / 10).toList());
    private static final RowRules STRATIFIED =
        new RowRules("", RowRules.Stratification.VALUES, Duplicates.Treatment.KEEP);

    private static EnsembleSettings settings(final RowRules rows) {
        return new EnsembleSettings(TrainingSettings.defaults().withHiddenUnits(4).withEpochs(1, 1), 3, Judges.HOLD_OUT,
            0.1, 5, 1, rows);
    }

    private static double[] errors(final Dataset data, final RowRules rules) {
        try (Rounds rounds = new Rounds(data, null, settings(rules))) {
            return rounds.train(rounds.first(), Set.of(), null, RunMonitor.NONE).round().score().tasks().get(0).losses();
        }
    }

    private static DataSplit split(final RowGroups groups, final List<int[]> strata) {
        return DataSplit.of(80, 0.1, 3, Seeds.derive(5, Purpose.SPLIT), groups, strata);
    }

    @Test
    void roundsAreJudgedByWholeGroups() {
        final Dataset grouped = new Dataset(DATA.features(), DATA.targets(), TENS);
        assertThat(split(TENS, List.of()).holdOut()).hasSize(10);
        assertThat(errors(grouped, RowRules.PLAIN)).hasSize(10);
        assertThat(errors(DATA, RowRules.PLAIN)).hasSize(8);
    }

    @Test
    void stratificationDividesTheRowsByTheirValues() {
        final int[] judges =
            split(null, List.of(Strata.quantiles(DATA.targets().values(0), Strata.QUANTILES))).holdOut();
        assertThat(judges).isNotEqualTo(split(null, List.of()).holdOut());
        assertThat(errors(DATA, STRATIFIED)).isEqualTo(errors(DATA, STRATIFIED))
            .isNotEqualTo(errors(DATA, RowRules.PLAIN));
    }

    /** 80 rows, of which 16 are active; half of the rows have a colour. */
    private static Targets classes() {
        final Targets.Builder builder = Targets.builder(List.of(Task.number("y"),
            Task.classes("active", List.of("no", "yes")), Task.classes("colour", List.of("red", "green", "blue"))));
        for (int row = 0; row < 80; row++) {
            builder.add(new double[]{DATA.targets().value(row, 0), row % 5 == 0 ? 1 : 0,
                row % 2 == 0 ? row % 3 : Double.NaN});
        }
        return builder.build();
    }

    @Test
    void classesOfEachTaskAreSpreadUnlessChanceIsToDecide() {
        final Targets targets = classes();
        final Dataset data = new Dataset(DATA.features(), targets);
        final DataSplit split = RunRows.of(data, null, settings(RowRules.PLAIN)).split();
        assertThat(targets.classCounts(1, split.holdOut())[1]).isBetween(1, 2);
        for (final DataSplit.Fold fold : split.folds()) {
            assertThat(targets.classCounts(1, fold.validation())[1]).isBetween(4, 6);
            assertThat(IntStream.of(targets.classCounts(2, fold.validation()))).allMatch(n -> n >= 3 && n <= 5);
        }
        assertThat(split.holdOut()).isNotEqualTo(split(null, List.of()).holdOut());
        final RowRules chance = new RowRules("", RowRules.Stratification.NONE, Duplicates.Treatment.KEEP);
        assertThat(RunRows.of(data, null, settings(chance)).split().holdOut())
            .isEqualTo(split(null, List.of()).holdOut());
    }

    @Test
    void numbersAloneAreDividedAsBeforeThereWereRules() {
        final DataSplit plain = DataSplit.of(80, 0.1, 3, Seeds.derive(5, Purpose.SPLIT));
        final DataSplit ruled = RunRows.of(DATA, null, settings(RowRules.PLAIN)).split();
        assertThat(ruled.holdOut()).isEqualTo(plain.holdOut());
        assertThat(ruled.folds()).zipSatisfy(plain.folds(),
            (a, b) -> assertThat(a.validation()).isEqualTo(b.validation()));
    }

    @Test
    void rowsThatHaveLearnedAreThoseOutsideTheGroupsThatJudge() {
        final Dataset grouped = new Dataset(DATA.features(), DATA.targets(), TENS);
        final RunRows rows = RunRows.of(grouped, null, settings(RowRules.PLAIN));
        final RowRoles roles = rows.roles();
        assertThat(roles.known()).isEqualTo(70);
        assertThat(IntStream.of(rows.split().foldRows())).allMatch(
            row -> roles.of(RowDigest.of(grouped, row)).stream().allMatch(RowRoles.Role::known));
        assertThat(IntStream.of(rows.judges().rows()).map(TENS::of).distinct().count()).isEqualTo(1);
    }

    @Test
    void aSelectionTableLeavesTheFoldsOfWholeGroups() {
        final Dataset halves = new Dataset(DATA.features(), DATA.targets(),
            RowGroups.of(IntStream.range(0, 80).mapToObj(row -> row < 60 ? "large" : "g" + row).toList()));
        assertThatThrownBy(() -> new Rounds(halves, DATA, settings(RowRules.PLAIN)).close())
            .hasMessageContaining("The group 'large' has 60 of 80 rows");
    }

    @Test
    void provenanceTellsGroupsAndRules() {
        final Dataset grouped = new Dataset(DATA.features(), DATA.targets(), TENS);
        final EnsembleSettings by = settings(new RowRules("series", RowRules.Stratification.VALUES,
            Duplicates.Treatment.AVERAGE));
        assertThat(Provenance.of(grouped, by, Map.of(), Map.of(), Instant.EPOCH, 1).settings())
            .containsEntry("groupColumn", "series").containsEntry("groups", "8")
            .containsEntry("groupsSha256", TENS.sha256()).containsEntry("stratification", "VALUES")
            .containsEntry("duplicates", "AVERAGE");
        assertThat(Provenance.of(DATA, settings(RowRules.PLAIN), Map.of(), Map.of(), Instant.EPOCH, 1).settings())
            .doesNotContainKeys("groupColumn", "groups", "groupsSha256").containsEntry("stratification", "CLASSES");
    }
}
