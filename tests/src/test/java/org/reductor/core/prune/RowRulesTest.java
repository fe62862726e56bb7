/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.DataSplit;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Duplicates;
import org.reductor.core.data.RowGroups;
import org.reductor.core.data.RowRules;
import org.reductor.core.data.Strata;
import org.reductor.core.model.Provenance;
import org.reductor.core.train.Seeds;
import org.reductor.core.train.TrainingSettings;

/** What a run makes of the rows. */
class RowRulesTest {

    private static final Dataset DATA = SyntheticData.of(80, 3);
    private static final RowGroups TENS =
        RowGroups.of(IntStream.range(0, 80).mapToObj(row -> "series " + row / 10).toList());
    private static final RowRules STRATIFIED =
        new RowRules("", RowRules.Stratification.VALUES, Duplicates.Treatment.KEEP);

    private static EnsembleSettings settings(final RowRules rows) {
        return new EnsembleSettings(TrainingSettings.defaults().withHiddenUnits(4).withEpochs(1, 1), 3, 0.1, 5, 1, rows);
    }

    private static double[] errors(final Dataset data, final RowRules rules) {
        try (Rounds rounds = new Rounds(data, null, settings(rules))) {
            return rounds.train(rounds.first(), null, RunMonitor.NONE).round().score().errors();
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
        final int[] judges = split(null, List.of(Strata.quantiles(DATA.targets(), Strata.QUANTILES))).holdOut();
        assertThat(judges).isNotEqualTo(split(null, List.of()).holdOut());
        assertThat(errors(DATA, STRATIFIED)).isEqualTo(errors(DATA, STRATIFIED))
            .isNotEqualTo(errors(DATA, RowRules.PLAIN));
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
            .doesNotContainKeys("groupColumn", "groups", "groupsSha256").containsEntry("stratification", "NONE");
    }
}
