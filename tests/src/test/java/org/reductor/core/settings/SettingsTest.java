/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Duplicates;
import org.reductor.core.data.RowRules;
import org.reductor.core.objective.ClassWeights;
import org.reductor.core.objective.Objectives;
import org.reductor.core.objective.TargetScaling;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;

class SettingsTest {

    private static final PruningSettings UNUSUAL = Settings.with(PruningSettings.published2022(), "criterion",
        Criteria.SCALED_MAGNITUDE).withTraining(TrainingSettings.defaults().withHiddenUnits(512, 128)
            .withLoss(Objectives.HUBER).withClassLoss(Objectives.FOCAL, ClassWeights.BALANCED).withBatchSize(7)
            .withOptimizer(Optimizer.sgd(0.02, 0.9).withWeightDecay(1e-4)).withEpochs(12, 3).withDropout(0.25)
            .withTargetScaling(TargetScaling.NONE)).withSeed(-5).withThreads(3);

    private static final PruningSettings GROUPED = Settings.with(UNUSUAL, "rows", new RowRules("series",
        RowRules.Stratification.VALUES, Duplicates.Treatment.AVERAGE, "certainty"));

    @Test
    void textsAreReadAsTheyWereWritten() {
        final PruningSettings read = Settings.fromTexts(Settings.toTexts(UNUSUAL), PruningSettings.class);
        assertThat(read).usingRecursiveComparison().ignoringFields("threads").isEqualTo(UNUSUAL);
        assertThat(read.threads()).as("no result depends on it").isZero();
        assertThat(Settings.fromTexts(Settings.toTexts(UNUSUAL), EnsembleSettings.class)).usingRecursiveComparison()
            .ignoringFields("threads").isEqualTo(UNUSUAL.ensemble());
    }

    @Test
    void anEmptyTextIsNotStored() {
        assertThat(Settings.toTexts(UNUSUAL)).doesNotContainKey("groupColumn");
        assertThat(Settings.fromTexts(Settings.toTexts(UNUSUAL), PruningSettings.class).rows())
            .isEqualTo(RowRules.PLAIN);
        assertThat(Settings.fromTexts(Settings.toTexts(GROUPED), PruningSettings.class).rows())
            .isEqualTo(GROUPED.rows());
    }

    @Test
    void everySettingIsStoredUnderOneName() {
        final SortedMap<String, String> texts = Settings.toTexts(GROUPED);
        assertThat(texts).containsEntry("groupColumn", "series").containsEntry("weightColumn", "certainty")
            .containsEntry("hiddenUnits", "[512, 128]")
            .containsEntry("loss", "HUBER").containsEntry("criterion", "SCALED_MAGNITUDE").containsEntry("weightDecay", "1.0E-4")
            .containsEntry("perturbationAmplitude", "0.1").containsEntry("dropRate", "0.1")
            .containsEntry("seed", "-5").doesNotContainKey("threads");
        // Every component but the nested records, which bring their own, and the threads.
        assertThat(texts).hasSize(leaves(PruningSettings.class) - 1);
    }

    private static int leaves(final Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
            .mapToInt(of -> of.isRecord() ? leaves(of) : 1).sum();
    }

    @Test
    void aCopyDiffersInTheOneValue() {
        assertThat(UNUSUAL.withSeed(8)).usingRecursiveComparison().ignoringFields("seed").isEqualTo(UNUSUAL);
        assertThat(UNUSUAL.withSeed(8).seed()).isEqualTo(8);
        assertThatThrownBy(() -> Settings.with(UNUSUAL, "sead", 1L)).hasMessageContaining("'sead'");
    }

    @Test
    void aTextThatIsMissingOrCannotBeIsNamed() {
        final TreeMap<String, String> texts = new TreeMap<>(Settings.toTexts(UNUSUAL));
        texts.put("batchSize", "many");
        assertThatThrownBy(() -> Settings.fromTexts(texts, PruningSettings.class)).hasMessageContaining("'batchSize'")
            .hasMessageContaining("'many'");
        texts.put("batchSize", "0");
        assertThatThrownBy(() -> Settings.fromTexts(texts, PruningSettings.class))
            .hasMessageContaining("batch size is 0");
        texts.put("batchSize", "7");
        texts.put("activation", "SOFTPLUS");
        assertThatThrownBy(() -> Settings.fromTexts(texts, PruningSettings.class)).hasMessageContaining("'activation'")
            .hasMessageContaining("SOFTPLUS").hasMessageContaining("RELU");
        texts.put("activation", "RELU");
        texts.put("criterion", "LUCK");
        assertThatThrownBy(() -> Settings.fromTexts(texts, PruningSettings.class)).hasMessageContaining("'LUCK'")
            .hasMessageContaining("MAGNITUDE");
        texts.remove("criterion");
        assertThatThrownBy(() -> Settings.fromTexts(texts, PruningSettings.class)).hasMessageContaining("'criterion'")
            .hasMessageContaining("missing");
    }

    /** Settings of a version that has one more than those before it. */
    public record Grown(int batchSize, @StoredAs(value = "leastEpochs", absent = "3") int leastEpochs) {
    }

    @Test
    void whatOlderVersionsDidNotStoreIsWhatItWasThere() {
        assertThat(Settings.fromTexts(Map.of("batchSize", "7"), Grown.class)).isEqualTo(new Grown(7, 3));
        assertThat(Settings.fromTexts(Map.of("batchSize", "7", "leastEpochs", "5"), Grown.class))
            .isEqualTo(new Grown(7, 5));
        assertThat(Settings.fromTexts(Settings.toTexts(new Grown(7, 9)), Grown.class)).isEqualTo(new Grown(7, 9));
    }
}
