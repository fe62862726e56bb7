/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RoundTraining;
import org.reductor.core.prune.Rounds;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.SyntheticData;
import org.reductor.core.prune.TrainedRound;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.prune.criterion.Need;
import org.reductor.core.train.Optimizer;
import org.reductor.core.train.TrainingSettings;

/** Files made by hand that ask for more than they hold, or say what cannot be. */
class MeanFilesTest {

    private static final Dataset DATA = SyntheticData.of(80, 3);
    private static final EnsembleSettings SETTINGS = new EnsembleSettings(TrainingSettings.defaults()
        .withHiddenUnits(6).withOptimizer(Optimizer.adam(0.01)).withBatchSize(16).withEpochs(2, 2), 3, 0.1, 5, 1);
    private static final Rounds ROUNDS = new Rounds(DATA, null, SETTINGS);
    private static final RoundTraining TRAINED =
        ROUNDS.train(ROUNDS.first(), Set.of(Need.ACTIVATIONS), Perturbation.noise(), RunMonitor.NONE);
    private static final TrainedRound ROUND = TRAINED.round();

    @AfterAll
    static void close() {
        ROUNDS.close();
    }

    private interface Writable {
        void write(OutputStream out) throws IOException;
    }

    private interface Reader {
        Object read(InputStream in) throws IOException;
    }

    private static byte[] bytes(final Writable writable) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        writable.write(out);
        return out.toByteArray();
    }

    private static MeanFile model() throws IOException {
        final RoundRecord record = ROUND.record(ROUND.score(), 1, 3, 0.5, RoundRecord.Status.WINNER);
        final FeatureRecipe recipe = new FeatureRecipe(List.of(FeatureBlock.of("smiles", "morgan", 40, Map.of())));
        return new MeanFile(bytes(new NetworkModel(ROUND.networks(), recipe, List.of(record),
            Provenance.of(DATA, SETTINGS, Map.of(), Map.of("reductor", "0.1.0"), Instant.EPOCH, 1.5))::write));
    }

    private static MeanFile state() throws IOException {
        return new MeanFile(bytes(RoundState.of(ROUND, SETTINGS, List.of())::write));
    }

    private static MeanFile perturbed() throws IOException {
        return new MeanFile(bytes(new PerturbedNetworks("abc", Perturbation.noise(), TRAINED.perturbed())::write));
    }

    private static MeanFile deviations() throws IOException {
        return new MeanFile(bytes(Deviations.of("abc", Criteria.MAGNITUDE, Optional.empty(), ROUND,
            ROUND.score(Criteria.MAGNITUDE, List.of(), 1))::write));
    }

    private static void assertRefused(final Reader reader, final byte[] file, final String... message) {
        assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(file))).isInstanceOf(ModelFormatException.class)
            .hasMessageContainingAll(message);
    }

    private static void assertModelRefused(final Consumer<ObjectNode> change, final String... message)
        throws IOException {
        assertRefused(NetworkModel::read, model().json(change).stored(), message);
    }

    private static ArrayNode sizes(final ArrayNode parent, final int... sizes) {
        final ArrayNode array = parent.addArray();
        Arrays.stream(sizes).forEach(array::add);
        return array;
    }

    private static ArrayNode sizes(final ObjectNode parent, final String name, final int... sizes) {
        final ArrayNode array = parent.putArray(name);
        Arrays.stream(sizes).forEach(array::add);
        return array;
    }

    @Test
    void takenApartAndPutTogetherAllKindsCanStillBeRead() throws IOException {
        final NetworkModel model = NetworkModel.read(new ByteArrayInputStream(model().stored()));
        assertThat(model.provenance().roles().known()).isEqualTo(72);
        assertThat(model.provenance().roles().size()).isEqualTo(80);
        assertThat(RoundState.read(new ByteArrayInputStream(state().stored())).scores()).hasSize(1);
        assertThat(PerturbedNetworks.read(new ByteArrayInputStream(perturbed().stored())).training().epochs())
            .isEqualTo(TRAINED.perturbed().epochs());
        assertThat(Deviations.read(new ByteArrayInputStream(deviations().stored())).networks()).isEqualTo("abc");
    }

    @Test
    void packedEntriesAreRefused() throws IOException {
        assertRefused(NetworkModel::read, model().packed(), "'model.json' is packed", "Do not zip the file anew");
        assertRefused(RoundState::read, state().packed(), "'round.json' is packed");
        assertRefused(PerturbedNetworks::read, perturbed().packed(), "'perturbed.json' is packed");
        assertRefused(Deviations::read, deviations().packed(), "'deviations.json' is packed");
    }

    /** The JSON is stored, but the array behind it is a gigabyte of zeros in some hundred kilobytes. */
    @Test
    void aPackedArrayIsRefusedUnread() throws IOException {
        final byte[] whole = deviations().stored();
        final int array = indexOf(whole, "scores/0/0");
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, array);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("scores/0/0"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[10_000_000]);
            }
        }
        assertThat(out.size()).isLessThan(1_100_000);
        assertRefused(Deviations::read, out.toByteArray(), "'scores/0/0' is packed");
    }

    /** A stored entry names its length before its bytes; nothing is taken on the word of it. */
    @Test
    void anEntryThatAnnouncesMoreThanTheFileHoldsIsRefused() throws IOException {
        for (final String name : List.of("model.json", "mask/0/units/0", "member/0/kernel/0", "rows/digests")) {
            final byte[] file = model().stored();
            final int header = indexOf(file, name);
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(header + 18, 0x7fffffff)
                .putInt(header + 22, 0x7fffffff);
            assertRefused(NetworkModel::read, file, "damaged");
        }
    }

    @Test
    void sizesThatCannotBeAreRefusedBeforeMemoryIsTaken() throws IOException {
        for (final int[] absurd : List.of(new int[]{65_536, 65_536, 1}, new int[]{2_000_000_000, 2_000_000_000, 1},
            new int[]{3_000_000, 1, 1}, new int[]{40, -6, 1}, new int[]{40}, new int[]{})) {
            assertModelRefused(json -> sizes(json.withObject("/architecture").putArray("sizes"), absurd),
                "outside of what can be read");
            assertModelRefused(json -> sizes(json.withObject("/architecture"), "originalSizes", absurd),
                "outside of what can be read");
            assertRefused(RoundState::read,
                state().json(json -> sizes(json.withObject("/training").putArray("sizes"), absurd)).stored(),
                "outside of what can be read");
            assertRefused(PerturbedNetworks::read, perturbed().json(json -> sizes((ObjectNode)json.withArray("folds").get(0), "sizes", absurd)).stored(),
                "outside of what can be read");
            assertRefused(Deviations::read, deviations().json(json -> sizes(json.putArray("sizes"), absurd)).stored(),
                "outside of what can be read");
        }
        assertModelRefused(json -> sizes(json.withObject("/architecture"), "originalSizes", 0, 6, 1), "0 x 6 x 1");
        assertModelRefused(json -> sizes(json.withObject("/architecture").putArray("sizes"), new int[1_000_000]),
            "1,000,000 are asked for");
    }

    @Test
    void countsThatCannotBeAreRefusedBeforeMemoryIsTaken() throws IOException {
        for (final int absurd : new int[]{5_001, 0}) {
            assertModelRefused(json -> sizes(json.withObject("/architecture"), "masks", new int[absurd]),
                "outside of what can be read", "1 to 5,000");
            assertRefused(RoundState::read, state().json(json -> {
                final ArrayNode sizes = json.withObject("/training").putArray("sizes");
                IntStream.range(0, absurd).forEach(i -> sizes(sizes, 40, 6, 1));
            }).stored(), absurd == 0 ? "starts do not fit 0 folds" : "outside of what can be read");
        }
        for (final int absurd : new int[]{Integer.MAX_VALUE, 1, -1}) {
            assertModelRefused(json -> sizes(json.withObject("/architecture"), "masks", 0, 0, absurd),
                "network 2 has mask " + absurd + " of 1");
            assertRefused(RoundState::read, state().json(json -> sizes(
                (ObjectNode)json.withObject("/training").withArray("groups").get(0), "folds", 0, 1, absurd + 2))
                .stored(), "do not fit 3 networks");
        }
        // 65,536 folds of 65,536 networks each: no network, as a product of ints.
        assertRefused(PerturbedNetworks::read, perturbed().json(json -> {
            final ArrayNode folds = json.withArray("folds");
            final JsonNode first = folds.get(0);
            IntStream.range(3, 65_536).forEach(i -> folds.add(first));
            json.withObject("/perturbation").put("perturbedNetworks", "65536");
        }).stored(), "4,294,967,296 networks");
        assertRefused(RoundState::read, state().json(json -> json.put("scoredRows", Integer.MAX_VALUE)).stored(),
            "2,147,483,647 rows");
        assertRefused(RoundState::read, state().json(json -> json.put("scoredRows", -1)).stored(), "damaged");
        assertRefused(RoundState::read, state().json(json -> {
            final ArrayNode scores = json.withArray("scores");
            final JsonNode first = scores.get(0);
            IntStream.range(0, Limits.ROUNDS + 1).forEach(i -> scores.add(first));
        }).stored(), "5,001 pruning rounds");
        assertModelRefused(json -> json.withObject("/provenance/knownRows").put("rows", Integer.MAX_VALUE),
            "2,147,483,647 rows");
    }

    /** Pruned weights take no room in the file: few bytes of mask could stand for many networks of any size. */
    @Test
    void membersTimesWeightsAreHeldAgainstTheHeap() throws IOException {
        final int members = (int)Math.min(5_000, Runtime.getRuntime().maxMemory() / 800_000_000 + 1);
        assertModelRefused(json -> {
            final ObjectNode architecture = json.withObject("/architecture");
            sizes(architecture, "masks", new int[members]);
            sizes(architecture.putArray("sizes"), 20_000, 10_000, 1);
            sizes(architecture, "originalSizes", 20_000, 10_000, 1);
        }, "outside of what can be read", "too little memory", "20,000 x 10,000 x 1");
    }

    @Test
    void aRecipeOfAbsurdWidthIsRefused() throws IOException {
        assertModelRefused(json -> ((ObjectNode)json.withArray("/recipe").get(0)).put("width", 2_000_000_000),
            "2,000,000,000 features");
        // Both agree, and a predictor would take memory for each feature.
        assertModelRefused(json -> {
            ((ObjectNode)json.withArray("/recipe").get(0)).put("width", 200_000_000);
            sizes(json.withObject("/architecture"), "originalSizes", 200_000_000, 6, 1);
        }, "200,000,000 features");
    }

    @Test
    void longJsonIsRefused() throws IOException {
        final byte[] filler = new byte[Limits.JSON_BYTES + 1];
        Arrays.fill(filler, (byte)' ');
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ReproducibleZip zip = new ReproducibleZip(out);
        zip.put("model.json", filler);
        zip.finish();
        assertRefused(NetworkModel::read, out.toByteArray(), "model.json has 16777217 bytes");
        assertModelRefused(json -> json.put("targets", "[".repeat(100_000)),
            "'model.json/targets' should be a list");
    }

    @Test
    void aHistoryHoldsFiniteNumbersOnlyOnBothSides() throws IOException {
        for (final String field : List.of("score", "standardError", "singleScore",
            "validationLoss")) {
            assertModelRefused(json -> ((ObjectNode)json.withArray("/history").get(0)).put(field, Double.NaN),
                "history/0/" + field + "' should be a number");
        }
        // Java reads 1e999 as infinity.
        final byte[] file = model().stored();
        final String text = new String(file, StandardCharsets.ISO_8859_1);
        final int at = text.indexOf("\"validationLoss\" : ") + "\"validationLoss\" : ".length();
        final int end = text.indexOf(',', at);
        assertThat(end - at).isGreaterThan(5);
        final byte[] number = ("1e999" + " ".repeat(end - at - 5)).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(number, 0, file, at, number.length);
        assertRefused(NetworkModel::read, withJsonChecksum(file), "record of round 0", "Infinity");
        assertModelRefused(json -> json.withObject("/provenance").putArray("roundSeconds"),
            "1 rounds, but the durations of 0");
        assertModelRefused(json -> json.withObject("/provenance").putArray("roundSeconds").add("x"),
            "list of numbers");
        assertRefused(RoundState::read, state().array("scores/0/0", LittleEndian.bytes(notFinite())).stored(),
            "judging row 2 is Infinity");
        assertRefused(RoundState::read,
            state().json(json -> ((ObjectNode)json.withArray("scores").get(0)).put("single", "Infinity")).stored(),
            "'round.json/scores/0/single' should be a number");
        assertModelRefused(
            json -> ((ObjectNode)json.withArray("/history").get(0)).withObject("/metrics").put("R2", "high"),
            "metrics/R2' should be a number");
    }

    private static double[] notFinite() {
        final double[] errors = new double[8];
        errors[2] = Double.POSITIVE_INFINITY;
        return errors;
    }

    @Test
    void arraysThatNothingReadsAreRefused() throws IOException {
        assertRefused(NetworkModel::read, model().array("more", new byte[10]).stored(), "lists 21 arrays",
            "has use for 20");
        assertModelRefused(json -> json.withObject("/provenance").remove("knownRows"), "has use for 17");
        assertRefused(NetworkModel::read, model().without("rows/digests").stored(), "'rows/digests' is missing");
    }

    @Test
    void digestsOfRowsMustAscend() throws IOException {
        final long[] down = LongStream.range(0, 80).map(i -> -i).toArray();
        assertRefused(NetworkModel::read, model().array("rows/digests", LittleEndian.bytes(down)).stored(),
            "must ascend");
        assertRefused(NetworkModel::read, model().array("rows/digests", new byte[80 * 8 - 1]).stored(),
            "does not have the 640 bytes");
    }

    @Test
    void rolesOfRowsMustBe() throws IOException {
        final int[] patterns = new int[80];
        patterns[7] = 4;
        assertRefused(NetworkModel::read, model().array("rows/patterns", LittleEndian.bytes(patterns)).stored(),
            "80 rows with 80 patterns of 4");
        final byte[] roles = new byte[4 * 3];
        roles[2] = 9;
        assertRefused(NetworkModel::read, model().array("rows/roles", roles).stored(), "no role 9 of a row");
        assertModelRefused(json -> json.withObject("/provenance/knownRows").put("networks", 1_000_000_000),
            "outside of what can be read");
    }

    @Test
    void textsMustBeTexts() throws IOException {
        assertModelRefused(json -> json.withObject("/provenance/settings").putObject("seed"),
            "provenance/settings/seed' should be a text");
    }

    /** Where the local header of an entry begins. */
    private static int indexOf(final byte[] bytes, final String name) {
        final String header = "PK\u0003\u0004";
        final String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(header); at >= 0; at = text.indexOf(header, at + 1)) {
            if (text.startsWith(name, at + 30)) {
                return at;
            }
        }
        throw new AssertionError("no entry " + name);
    }

    /** A zip checks the bytes of a stored entry by their CRC. */
    private static byte[] withJsonChecksum(final byte[] file) {
        final ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        final int start = 30 + buffer.getShort(26) + buffer.getShort(28);
        final CRC32 crc = new CRC32();
        crc.update(file, start, buffer.getInt(22));
        buffer.putInt(14, (int)crc.getValue());
        return file;
    }
}
