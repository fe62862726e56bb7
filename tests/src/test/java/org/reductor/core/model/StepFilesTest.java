/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Duplicates;
import org.reductor.core.data.RowRules;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.Judges;
import org.reductor.core.prune.RoundInput;
import org.reductor.core.prune.RoundTraining;
import org.reductor.core.prune.Rounds;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.StartWeights;
import org.reductor.core.prune.SyntheticData;
import org.reductor.core.prune.TrainedRound;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.Need;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;

class StepFilesTest {

    private static final Dataset DATA = SyntheticData.of(80, 3);
    private static final EnsembleSettings SETTINGS = new EnsembleSettings(TrainingSettings.defaults()
        .withHiddenUnits(12, 6).withOptimizer(Optimizer.sgd(0.01, 0.5)).withBatchSize(16).withEpochs(4, 2), 3, 0.1, 5,
        0);
    private static final Rounds ROUNDS = new Rounds(DATA, null, SETTINGS);
    private static final RoundTraining FIRST = ROUNDS.train(ROUNDS.first(),
        Set.of(Need.PERTURBED_NETWORKS, Need.ACTIVATIONS), Perturbation.noise(), RunMonitor.NONE);

    @AfterAll
    static void close() {
        ROUNDS.close();
    }

    @Test
    void whatWasMadeOfTheRowsComesBack() throws IOException {
        final EnsembleSettings grouped = new EnsembleSettings(SETTINGS.training(), 3, Judges.OUT_OF_FOLD, 0.1, 5, 0,
            new RowRules("scaffold", RowRules.Stratification.VALUES, Duplicates.Treatment.AVERAGE));
        final RoundState state = RoundState.of(FIRST.round(), grouped, List.of());
        final EnsembleSettings back = RoundState.read(in(bytes(state::write))).settings();
        assertThat(back.rows()).isEqualTo(grouped.rows());
        assertThat(back.judges()).isEqualTo(Judges.OUT_OF_FOLD);
    }

    /** Something that writes itself. */
    private interface Writable {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] bytes(final Writable writable) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        writable.write(out);
        return out.toByteArray();
    }

    private static ByteArrayInputStream in(final byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    @Test
    void perturbedNetworksComeBackAsTheyWere() throws IOException {
        final PerturbedNetworks networks = new PerturbedNetworks("abc", Perturbation.noise(), FIRST.perturbed());
        final PerturbedNetworks back = PerturbedNetworks.read(in(bytes(networks::write)));
        assertThat(back).usingRecursiveComparison().isEqualTo(networks);
    }

    @Test
    void deviationsComeBackAsTheyWere() throws IOException {
        final List<double[][]> scores = FIRST.round().score(Criteria.PUBLISHED, FIRST.perturbed().folds(), 1);
        scores.get(0)[0][3] = Double.POSITIVE_INFINITY;
        final Deviations deviations = Deviations.of("abc", Criteria.PUBLISHED,
            Optional.of(new PerturbedNetworks("abc", Perturbation.noise(), FIRST.perturbed())), FIRST.round(), scores);
        assertThat(deviations.epochs()).isEqualTo(FIRST.perturbed().epochs()).isPositive();
        assertThat(Deviations.read(in(bytes(deviations::write)))).usingRecursiveComparison().isEqualTo(deviations);
    }

    @Test
    void aRoundGoesOnFromItsFileAsIfItHadStayedInMemory() throws IOException {
        final TrainedRound round = FIRST.round();
        final RoundState state = RoundState.of(round, SETTINGS, List.of());
        final RoundState back = RoundState.read(in(bytes(state::write)));
        assertThat(back).usingRecursiveComparison().isEqualTo(state);
        final List<double[][]> scores = round.score(Criteria.MAGNITUDE, List.of(), 1);
        final RoundInput next = round.prune(scores, DropSchedule.defaults(), 1, StartWeights.INITIAL_WEIGHTS)
            .orElseThrow();
        final RoundInput nextOfFile = back.trainedRound(round.networks()).orElseThrow()
            .prune(scores, DropSchedule.defaults(), 1, StartWeights.INITIAL_WEIGHTS).orElseThrow();
        assertThat(nextOfFile).usingRecursiveComparison().isEqualTo(next);
        final RoundState pruned = back.pruned(next);
        assertThat(RoundState.read(in(bytes(pruned::write)))).usingRecursiveComparison().isEqualTo(pruned);
        assertThat(pruned.trainedRound(next.networks())).isEmpty();
        final TrainedRound second = ROUNDS.train(next, Set.of(), null, RunMonitor.NONE).round();
        final RoundState third = RoundState.of(second, SETTINGS, pruned.scores());
        assertThat(third.scores()).hasSize(2);
        assertThat(RoundState.read(in(bytes(third::write)))).usingRecursiveComparison().isEqualTo(third);
    }

    @Test
    void roundsWithMasksOfTheirOwnGoOnFromTheirFiles() throws IOException {
        final EnsembleSettings settings = new EnsembleSettings(SETTINGS.training(), 3, Judges.OUT_OF_FOLD, 0.1, 5, 0,
            RowRules.PLAIN);
        try (Rounds rounds = new Rounds(DATA, null, settings)) {
            final TrainedRound round =
                rounds.train(rounds.first(), Set.of(Need.ACTIVATIONS), null, RunMonitor.NONE).round();
            final RoundInput next = round.prune(round.score(Criteria.MAGNITUDE, List.of(), 1), DropSchedule.defaults(),
                1, StartWeights.LAST_WEIGHTS).orElseThrow();
            final RoundTraining second = rounds.train(next, Set.of(Need.ACTIVATIONS), Perturbation.noise(),
                RunMonitor.NONE);
            final RoundState state = RoundState.of(second.round(), settings, List.of(round.score()));
            final RoundState back = RoundState.read(in(bytes(state::write)));
            assertThat(back).usingRecursiveComparison().isEqualTo(state);
            assertThat(back.trainedRound(second.round().networks()).orElseThrow()).usingRecursiveComparison()
                .isEqualTo(second.round());
            final PerturbedNetworks copies =
                new PerturbedNetworks("abc", Perturbation.noise(), second.perturbed());
            assertThat(PerturbedNetworks.read(in(bytes(copies::write)))).usingRecursiveComparison().isEqualTo(copies);
            final Deviations deviations = Deviations.of("abc", Criteria.PUBLISHED, Optional.of(copies), second.round(),
                second.round().score(Criteria.PUBLISHED, second.perturbed().folds(), 1));
            assertThat(deviations.groups()).hasSize(3);
            assertThat(Deviations.read(in(bytes(deviations::write)))).usingRecursiveComparison().isEqualTo(deviations);
        }
    }

    @Test
    void theCommonStartOfAllFoldsIsStoredOnce() throws IOException {
        final TrainedRound round = FIRST.round();
        final long weights = round.networks().originalWeights();
        assertThat(bytes(RoundState.of(round, SETTINGS, List.of())::write).length)
            .isLessThan((int)(2 * 4 * weights) + 9000);
    }

    @Test
    void damagedFilesAndOthersAreRefusedByName() throws IOException {
        final byte[] perturbed =
            bytes(new PerturbedNetworks("abc", Perturbation.noise(), FIRST.perturbed())::write);
        final byte[] round = bytes(RoundState.of(FIRST.round(), SETTINGS, List.of())::write);
        assertThatThrownBy(() -> Deviations.read(in(perturbed))).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("not a file of deviations").hasMessageContaining("deviations.json");
        assertThatThrownBy(() -> PerturbedNetworks.read(in(round))).hasMessageContaining("perturbed.json");
        for (int length = 0; length < round.length / 2; length += 211) {
            final byte[] part = Arrays.copyOf(round, length);
            assertThatThrownBy(() -> RoundState.read(in(part))).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }
}
