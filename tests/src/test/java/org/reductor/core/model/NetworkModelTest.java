/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowRoles;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.network.Predictor;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.AcceptanceRule;
import org.reductor.core.prune.ControlKind;
import org.reductor.core.prune.ControlRecord;
import org.reductor.core.prune.DropSchedule;
import org.reductor.core.prune.Judges;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.RunRows;
import org.reductor.core.prune.StartWeights;
import org.reductor.core.prune.SyntheticData;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;

class NetworkModelTest {

    private static final Dataset DATA = SyntheticData.of(80, 3);
    private static final PruningSettings SETTINGS = new PruningSettings(
        TrainingSettings.defaults().withHiddenUnits(12, 6).withOptimizer(Optimizer.adam(0.01)).withBatchSize(16)
            .withEpochs(10, 5),
        3, 0.1, 4,
        Perturbation.published(), Criteria.MAGNITUDE, DropSchedule.defaults(),
        new AcceptanceRule(AcceptanceRule.Kind.TOLERANCE, 10), StartWeights.LAST_WEIGHTS, 1, 1);
    private static final PruningResult RESULT = PruningRun.run(DATA, SETTINGS, RunMonitor.NONE);
    private static final FeatureRecipe RECIPE =
        new FeatureRecipe(List.of(FeatureBlock.of("smiles", "morgan", 40, Map.of("radius", "2"))));

    private static NetworkModel model(final NetworkEnsemble networks, final double seconds) {
        return new NetworkModel(networks, RECIPE, RESULT.history(), Provenance.of(DATA, SETTINGS,
            Map.of("reductor", "0.1.0"), Instant.parse("2026-01-02T03:04:05Z"), seconds));
    }

    private static byte[] bytes(final NetworkModel model) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    private static NetworkModel read(final byte[] bytes) throws IOException {
        return NetworkModel.read(new ByteArrayInputStream(bytes));
    }

    private static double[] predictions(final NetworkEnsemble networks) {
        final Predictor predictor = new Predictor(networks);
        final double[] all = new double[DATA.rows() * predictor.members()];
        final double[] row = new double[predictor.members()];
        for (int i = 0; i < DATA.rows(); i++) {
            predictor.predict(DATA.features().rowColumns(i), null, row);
            System.arraycopy(row, 0, all, i * row.length, row.length);
        }
        return all;
    }

    @Test
    void aReloadedModelPredictsTheSameBitsAndKeepsEverythingElse() throws IOException {
        for (final NetworkEnsemble networks : List.of(RESULT.pruned(), RESULT.unpruned())) {
            final NetworkModel model = model(networks, 1.5);
            final NetworkModel reloaded = read(bytes(model));
            assertThat(predictions(reloaded.networks())).containsExactly(predictions(networks));
            assertThat(reloaded.history()).isEqualTo(model.history());
            assertThat(reloaded.provenance()).isEqualTo(model.provenance());
            assertThat(reloaded.recipe()).isEqualTo(RECIPE);
            assertThat(reloaded.networks().heads()).isEqualTo(RESULT.pruned().heads());
            assertThat(reloaded.fingerprint()).isEqualTo(model.fingerprint());
        }
    }

    @Test
    void masksScalesAndRolesOfEachNetworkComeBack() throws IOException {
        final PruningSettings settings = SETTINGS.withJudges(Judges.OUT_OF_FOLD, 4);
        final NetworkEnsemble networks = PruningRun.run(DATA, settings, RunMonitor.NONE).pruned();
        final NetworkModel model = new NetworkModel(networks, RECIPE, List.of(),
            Provenance.of(DATA, settings, Map.of(), Instant.EPOCH, 1));
        final NetworkModel back = read(bytes(model));
        assertThat(back.networks()).usingRecursiveComparison().isEqualTo(networks);
        assertThat(back.networks().masks()).hasSize(4);
        assertThat(predictions(back.networks())).containsExactly(predictions(networks));
        assertThat(back.fingerprint()).isEqualTo(model.fingerprint());
        assertThat(back.provenance()).isEqualTo(model.provenance());
        assertThat(back.provenance().settings()).containsEntry("judges", "OUT_OF_FOLD")
            .containsEntry("selection", "out-of-fold");
        final RunRows rows = RunRows.of(DATA, null, settings.ensemble());
        for (int fold = 0; fold < 4; fold++) {
            for (final int row : rows.split().folds().get(fold).judging()) {
                assertThat(back.member(fold).provenance().roles().of(RowDigest.of(DATA, row)))
                    .containsExactly(RowRoles.Role.JUDGED);
            }
        }
        // A shared mask stays shared.
        assertThat(read(bytes(model(RESULT.pruned(), 1))).networks().masks()).hasSize(1);
    }

    @Test
    void controlsComeBack() throws IOException {
        final List<ControlRecord> controls = List.of(
            new ControlRecord(ControlKind.RANDOM, Optional.of(new ControlRecord.Comparison(0.7, -0.05, 0.02)), 12, 5,
                40, 1.5),
            new ControlRecord(ControlKind.ALL_ROWS, Optional.empty(), 600, 40, 9, 0.25));
        final NetworkModel plain = model(RESULT.pruned(), 1);
        final NetworkModel model =
            new NetworkModel(plain.networks(), RECIPE, plain.history(), controls, plain.provenance(),
                Optional.empty());
        assertThat(read(bytes(model)).controls()).isEqualTo(controls);
        assertThat(read(bytes(plain)).controls()).isEmpty();
        assertThat(model.toTree().path("controls").get(0).has("seconds")).isFalse(); // durations stand with the times
        assertThat(model.member(0).controls()).isEmpty();
    }

    @Test
    void equalModelsGiveEqualBytesButForTheTimes() throws IOException {
        final byte[] one = bytes(model(RESULT.pruned(), 1));
        assertThat(bytes(model(RESULT.pruned(), 1))).containsExactly(one);
        assertThat(bytes(model(PruningRun.run(DATA, SETTINGS, RunMonitor.NONE).pruned(), 1))).hasSameSizeAs(one)
            .isEqualTo(one);
    }

    @Test
    void aMemberPredictsAsItDoesAmongTheOthers() throws IOException {
        final NetworkModel model = model(RESULT.pruned(), 1);
        final double[] all = predictions(model.networks());
        for (int member = 0; member < 3; member++) {
            final NetworkModel alone = read(bytes(model.member(member)));
            final double[] own = predictions(alone.networks());
            for (int row = 0; row < DATA.rows(); row++) {
                assertThat(own[row]).isEqualTo(all[3 * row + member]);
            }
            assertThat(alone.provenance().settings()).containsEntry("member", Integer.toString(member));
            assertThat(alone.recipe()).isEqualTo(RECIPE);
        }
        assertThatThrownBy(() -> model.member(3)).isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessageContaining("no network 3").hasMessageContaining("0 to 2");
        assertThatThrownBy(() -> model.member(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void pruningMakesTheFileSmaller() throws IOException {
        final long ratio = RESULT.unpruned().keptWeights() / RESULT.pruned().keptWeights();
        assertThat(ratio).isGreaterThan(3);
        assertThat(arrayBytes(bytes(model(RESULT.pruned(), 1))))
            .isLessThan(arrayBytes(bytes(model(RESULT.unpruned(), 1))) / 2);
    }

    private static long arrayBytes(final byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            long total = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                total += entry.getName().startsWith("member/") ? zip.readAllBytes().length : 0;
            }
            return total;
        }
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItEnds() throws IOException {
        final byte[] whole = bytes(model(RESULT.pruned(), 1));
        final int arraysEnd = indexOf(whole, new byte[]{'P', 'K', 1, 2});
        for (int length = 0; length < arraysEnd; length += 97) {
            final byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFlippedBitInAnArrayIsRefused() throws IOException {
        final byte[] file = bytes(model(RESULT.pruned(), 1));
        final int kernel = indexOf(file, "member/0/kernel/0".getBytes(StandardCharsets.US_ASCII), 2);
        file[kernel + "member/0/kernel/0".length() + 2] ^= 4;
        assertThatThrownBy(() -> read(file)).isInstanceOf(ModelFormatException.class).hasMessageContaining("damaged");
    }

    @Test
    void otherFilesAreRefusedSayingWhatTheyLack() throws IOException {
        assertThatThrownBy(() -> read("smiles,y\n".getBytes(StandardCharsets.US_ASCII)))
            .isInstanceOf(ModelFormatException.class).hasMessageContaining("not a Reductor model");
        assertThatThrownBy(() -> read(zip("other.txt", "hello"))).hasMessageContaining("model.json");
        assertThatThrownBy(() -> read(zip("model.json", "{"))).hasMessageContaining("not valid JSON");
        assertThatThrownBy(() -> read(zip("model.json", "{\"format\":\"keras\"}"))).hasMessageContaining("'keras'");
        assertThatThrownBy(() -> read(zip("model.json", "{\"format\":\"reductor-model\",\"version\":99}")))
            .hasMessageContaining("version 99").hasMessageContaining("Update Reductor");
        assertThatThrownBy(() -> read(zip("model.json", "{\"format\":\"reductor-model\",\"version\":1}")))
            .hasMessageContaining("'model.json/arrays' should be a list but is missing");
    }

    @Test
    void aSmallFileCannotAskForMuchMemory() throws IOException {
        final String huge = "{\"format\":\"reductor-model\",\"version\":1,\"arrays\":[],"
            + "\"targets\":[{\"name\":\"y\",\"unit\":\"\","
            + "\"classes\":[],\"objective\":\"RMSE\",\"centers\":[0],\"scales\":[1]}],"
            + "\"architecture\":{\"sizes\":[[2000000000,2000000000,1]],\"originalSizes\":[1,1,1],\"hidden\":\"RELU\","
            + "\"masks\":[0]}}";
        assertThatThrownBy(() -> read(zip("model.json", huge))).isInstanceOf(ModelFormatException.class)
            .hasMessageContaining("outside of what can be read");
    }

    private static byte[] zip(final String name, final String content) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ReproducibleZip zip = new ReproducibleZip(out);
        zip.put(name, content.getBytes(StandardCharsets.UTF_8));
        zip.finish();
        return out.toByteArray();
    }

    private static int indexOf(final byte[] bytes, final byte[] what) {
        return indexOf(bytes, what, 1);
    }

    private static int indexOf(final byte[] bytes, final byte[] what, final int occurrence) {
        int found = 0;
        for (int i = 0; i + what.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + what.length, what, 0, what.length) && ++found == occurrence) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
