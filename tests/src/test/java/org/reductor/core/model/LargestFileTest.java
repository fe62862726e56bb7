/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.data.RowDigest;
import org.reductor.core.data.RowRoles;
import org.reductor.core.data.RowRoles.Role;
import org.reductor.core.data.Task;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Metric;
import org.reductor.core.objective.Metrics;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.PerturbedFold;
import org.reductor.core.prune.PerturbedTraining;
import org.reductor.core.prune.RoundRecord;

/** What may be made can be written, and what is written can be read: at the limits, all of them at once. */
class LargestFileTest {

    private static final int[] SIZES = {1, 1, 1};

    private static final Network NETWORK = Network.glorotUniform(SIZES, Activation.RELU, 1);

    /** All metrics there are, of numbers and classes together. */
    private static final SortedMap<String, Double> METRICS = new TreeMap<>(
        Stream.of(Task.number("y"), Task.classes("c", List.of("a", "b"))).flatMap(task -> Metrics.of(task).stream())
            .collect(Collectors.toMap(Metric::id, metric -> -1 / 3e100)));

    private static NetworkEnsemble networks(final int members) {
        return networks(members, "y");
    }

    private static NetworkEnsemble networks(final int members, final String target) {
        return new NetworkEnsemble(Mask.full(SIZES), Collections.nCopies(members, NETWORK),
            Heads.number(target, AffineScale.IDENTITY));
    }

    private static FeatureRecipe recipe(final int length) {
        return new FeatureRecipe(List.of(FeatureBlock.of("x", "one-hot", 1,
            Map.of(FeatureBlock.CATEGORIES, FeatureBlock.listOf(List.of("x".repeat(length)))))));
    }

    private static List<RoundRecord> history(final int rounds) {
        return IntStream.rangeClosed(0, rounds).mapToObj(i -> new RoundRecord(i, 2_000_000_000_000L, 2_000_000_000_000L,
            2_000_000_000_000L, -1 / 3e100, -1 / 3e100, -1 / 3e100, METRICS, -1 / 3e100, 2_000_000_000, 2_000_000_000,
            2_000_000_000, -1 / 3e100, RoundRecord.Status.REJECTED)).toList();
    }

    private static Provenance provenance(final int length) {
        return new Provenance("0".repeat(64), 1, 1, new TreeMap<>(Map.of("a", "x".repeat(length))), new TreeMap<>(),
            Instant.EPOCH, 1, RowRoles.of(new long[]{1, 2}, new int[]{0, 1},
                List.of(List.of(Role.LEARNED, Role.STOPPED), List.of(Role.JUDGED, Role.NONE))));
    }

    @Test
    void aModelAtAllLimitsIsWrittenAndRead() throws IOException {
        final NetworkModel model = new NetworkModel(networks(Limits.LAYERS / 2), recipe(Limits.TEXT_BYTES - 200),
            history(Limits.ROUNDS), provenance(Limits.TEXT_BYTES - 1));
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        final NetworkModel back = NetworkModel.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(back.fingerprint()).isEqualTo(model.fingerprint());
        assertThat(back.history()).isEqualTo(model.history());
        assertThat(back.provenance()).isEqualTo(model.provenance());
    }

    @Test
    void perturbedNetworksAtTheLimitAreWrittenAndRead() throws IOException {
        final List<PerturbedFold> folds = new ArrayList<>();
        for (int fold = 0; fold < 50; fold++) {
            folds.add(new PerturbedFold(Collections.nCopies(100, NETWORK), -1 / 3e100));
        }
        final PerturbedNetworks networks =
            new PerturbedNetworks("abc", new Perturbation(Perturbation.Kind.NOISE, 0.1, 100),
                new PerturbedTraining(folds, 1));
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        networks.write(out);
        assertThat(PerturbedNetworks.read(new ByteArrayInputStream(out.toByteArray())).training().folds())
            .hasSize(50);
    }

    @Test
    void beyondALimitNothingIsMade() {
        assertThatThrownBy(() -> new NetworkModel(networks(Limits.LAYERS / 2 + 1), recipe(1), List.of(),
            provenance(1))).hasMessageContaining("5,001 networks");
        assertThatThrownBy(() -> new NetworkModel(networks(1), recipe(1), history(Limits.ROUNDS + 1),
            provenance(1))).hasMessageContaining("5,001 pruning rounds");
        assertThatThrownBy(() -> recipe(Limits.TEXT_BYTES)).hasMessageContaining("bytes of text");
        assertThatThrownBy(() -> provenance(Limits.TEXT_BYTES)).hasMessageContaining("4,194,305 bytes of text");
        assertThatThrownBy(() -> new PerturbedNetworks("abc", new Perturbation(Perturbation.Kind.NOISE, 0.1, 5_001),
            new PerturbedTraining(List.of(new PerturbedFold(Collections.nCopies(5_001, NETWORK), 1)), 1)))
                .hasMessageContaining("5,001 networks");
        // As ints the lengths of these kernels overflow to 0.
        assertThatThrownBy(() -> new Deviations.Scores(new int[]{65_536, 65_536, 65_536},
            new double[2][0])).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("65,536 x 65,536");
    }

    /** What is left over of all limits, such as the name of a target, is checked before a byte is written. */
    @Test
    void aModelWithTooMuchTextIsNotWrittenAtAll() {
        final NetworkModel model =
            new NetworkModel(networks(1, "y".repeat(Limits.JSON_BYTES)), recipe(1), List.of(), provenance(1));
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> model.write(out)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("at most 16,777,216 can be read");
        assertThat(out.size()).isZero();
    }

    @Test
    void digestsComeBackAndAreNoPartOfTheFingerprint() throws IOException {
        final NetworkModel model = new NetworkModel(networks(2), recipe(1), List.of(), provenance(1));
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        final NetworkModel back = NetworkModel.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(back.provenance().roles()).isEqualTo(model.provenance().roles());
        assertThat(back.member(1).provenance().roles().of(new RowDigest(1))).containsExactly(Role.STOPPED);
        final Provenance unknown = Provenance.imported(1, Map.of(), Map.of());
        assertThat(unknown.roles()).isEqualTo(RowRoles.NONE);
        final NetworkModel other = new NetworkModel(networks(2), recipe(1), List.of(), unknown);
        assertThat(other.fingerprint()).isEqualTo(model.fingerprint());
        final ByteArrayOutputStream without = new ByteArrayOutputStream();
        other.write(without);
        assertThat(NetworkModel.read(new ByteArrayInputStream(without.toByteArray())).provenance().roles())
            .isEqualTo(RowRoles.NONE);
        assertThat(model.toTree().toString()).contains("\"knownRows\":{\"rows\":2,").doesNotContain("digests");
    }
}
