/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Predictor;
import org.reductor.core.uncertainty.ProbabilityMap;
import org.reductor.dl4j.KerasFixture;
import org.reductor.dl4j.KerasFixture.Layout;
import org.reductor.knime.TinyModel;

/** {@code reductor export} and {@code reductor import}. */
class ExchangeCommandTest {

    private static final int[] SOME_BITS = {0, 3, 17};

    @TempDir
    Path folder;

    private RunFixture fixture;

    private Path model;

    @BeforeEach
    void writeModel() throws Exception {
        fixture = new RunFixture(Files.createDirectory(folder.resolve("fixture")));
        model = folder.resolve("model.reductor");
        try (OutputStream out = Files.newOutputStream(model)) {
            TinyModel.create().write(out);
        }
    }

    private Path keras(final int inputs) {
        return new KerasFixture(Layout.KERAS_3).dense("first", inputs, 6, "relu").dense("second", 6, 1, "linear")
            .write(folder.resolve("keras.h5"));
    }

    private static NetworkModel read(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return NetworkModel.read(in);
        }
    }

    private static double prediction(final NetworkModel model) {
        final Predictor predictor = new Predictor(model.networks());
        final double[] members = new double[predictor.members()];
        predictor.predict(SOME_BITS, null, members);
        return Predictor.mean(members);
    }

    /** Runs a command whose arguments below the test's folder begin with @. */
    private int run(final String... args) {
        return fixture.run(Stream.of(args).map(arg -> arg.startsWith("@") ? folder.resolve(arg.substring(1)).toString()
            : arg).toArray(String[]::new));
    }

    private void assertFails(final int expected, final int code, final String message) {
        assertThat(fixture.err()).contains(message);
        assertThat(fixture.err().strip().lines()).hasSize(1);
        assertThat(fixture.out()).isEmpty();
        assertThat(code).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"out.onnx,", "out.npz,", "out.csv.zip,", "out.zip,", "out,onnx", "out.zip,NPZ"})
    void exportWritesTheFormatOfTheNameOrOfTheOption(final String name, final String format) {
        final List<String> args = new ArrayList<>(List.of("export", "@model.reductor", "@" + name));
        if (format != null) {
            args.addAll(List.of("--format", format));
        }
        assertThat(run(args.toArray(String[]::new))).as(fixture.err()).isZero();
        assertThat(fixture.err()).isEmpty();
        assertThat(fixture.out()).contains("Wrote " + folder.resolve(name) + ": ",
            "2 networks for activity with 132 of 132 weights each.");
        assertThat(folder.resolve(name)).isNotEmptyFile();
    }

    @Test
    void exportTellsTheSizeOfTheFile() throws IOException {
        run("export", "@model.reductor", "@out.onnx");
        assertThat(fixture.out()).contains(String.format(Locale.ENGLISH, ": %,d bytes,",
            Files.size(folder.resolve("out.onnx"))));
    }

    @Test
    void exportTellsThatCalibrationStaysBehind() throws IOException {
        run("export", "@model.reductor", "@number.onnx");
        assertThat(fixture.out()).doesNotContain("warning");
        try (OutputStream out = Files.newOutputStream(model)) {
            TinyModel.classes(new ProbabilityMap(2, .5, .1)).write(out);
        }
        assertThat(run("export", "@model.reductor", "--network=2", "@second.onnx")).as(fixture.err()).isZero();
        assertThat(fixture.out()).contains("warning: The file gives probabilities of classes as the networks do.");
    }

    @Test
    void exportOfOneNetworkIsSmaller() throws IOException {
        assertThat(run("export", "@model.reductor", "@both.onnx")).isZero();
        assertThat(run("export", "@model.reductor", "--network=2", "@second.onnx")).as(fixture.err()).isZero();
        assertThat(fixture.out()).contains("1 network for activity with 132 of 132 weights.");
        assertThat(Files.size(folder.resolve("second.onnx"))).isLessThan(Files.size(folder.resolve("both.onnx")));
    }

    @ParameterizedTest
    @CsvSource({"left-out", "zero"})
    void exportForDl4jComesBackAsAModelOfTheSamePredictions(final String pruned) throws IOException {
        assertThat(run("export", "@model.reductor", "@out.zip", "--pruned", pruned)).as(fixture.err()).isZero();
        assertThat(run("import", "@out.zip", "@back.reductor")).as(fixture.err()).isZero();
        assertThat(fixture.out()).contains("1 network for activity with ");
        final NetworkModel back = read(folder.resolve("back.reductor"));
        assertThat(back.recipe()).isEqualTo(read(model).recipe());
        assertThat(prediction(back)).isCloseTo(prediction(read(model)), within(1e-5));
    }

    @Test
    void importOfKerasTakesTheFeaturesOfAnotherModel() throws IOException {
        keras(32);
        assertThat(run("import", "@keras.h5", "@out.reductor", "--like", folder.resolve("model.reductor").toString(),
            "--target", "pKi")).as(fixture.err()).isZero();
        assertThat(fixture.out()).contains("1 network for pKi with 198 of 198 weights.");
        final NetworkModel imported = read(folder.resolve("out.reductor"));
        assertThat(imported.recipe()).isEqualTo(read(model).recipe());
        assertThat(imported.networks().network(0).kernel(0))
            .containsExactly(KerasFixture.values(32 * 6, "first".hashCode()));
    }

    @Test
    void importOfKerasTakesAColumnOfBits() throws IOException {
        keras(32);
        assertThat(run("import", "--features=bits", "--target=pKi", "@keras.h5", "@out.reductor")).as(fixture.err())
            .isZero();
        assertThat(read(folder.resolve("out.reductor")).recipe().blocks()).singleElement().satisfies(block -> {
            assertThat(block.column()).isEqualTo("bits");
            assertThat(block.kind()).isEqualTo(FeatureBlock.BIT_VECTOR);
            assertThat(block.width()).isEqualTo(32);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "export @model.reductor @out.onnx --fast | Unknown option '--fast'. See 'reductor export --help'.",
        "export @model.reductor @out.onnx --formt npz | Unknown option '--formt'. Did you mean --format",
        "import @keras.h5 @out.reductor --format onnx | Unknown option '--format'.",
        "export @model.reductor | Missing required parameter: 'FILE'. See 'reductor export --help'.",
        "export | Missing required parameters: 'MODEL.reductor', 'FILE'.",
        "import @a @b @c | c' is one argument too many. The command is: reductor import FILE MODEL.reductor",
        "export @model.reductor @out.onnx --format | Missing required parameter for option '--format' (NAME).",
        "export @model.reductor @out.onnx --format pdf | '--format': 'pdf' is none of onnx, dl4j, npz, csv.",
        "export @model.reductor @out.pt | does not tell the format. Add --format with one of onnx, dl4j, npz, csv.",
        "export @model.reductor / | '/' does not tell the format.",
        "export @model.reductor @out.zip --pruned half | 'half' is neither left-out nor zero.",
        "export @model.reductor @out.onnx --network 0 | '--network': '0' is no whole number from 1 on.",
        "export @model.reductor @out.onnx --network two | '--network': 'two' is no whole number",
        "export @model.reductor @out.onnx --network 3 | '3' of --network is too large: the model has 2 networks.",
        "import @keras.h5 @out.reductor --like x --features y | are mutually exclusive (specify only one)",
        "import @keras.h5 @out.reductor --largest -1 | '--largest': '-1' is no whole number"})
    void wrongOptionsAreNamedAndEndWithTwo(final String args, final String message) {
        assertFails(2, run(args.split(" ")), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "export @none.reductor @out.onnx | none.reductor' does not exist",
        "export @fixture @out.onnx | is a folder",
        "export @keras.h5 @out.onnx | not a Reductor model",
        "import @none.h5 @out.reductor | none.h5' does not exist. Give the path of a file of DL4J (.zip) or",
        "import @model.reductor @out.reductor | model.reductor' cannot be used.",
        "import @keras.h5 @out.reductor --target y | features of the network are made. Add --like",
        "import @keras.h5 @out.reductor --features bits | what the network predicts. Add --target",
        "import @keras.h5 @out.reductor --target y --like @none.reductor | none.reductor' does not exist",
        "import @keras.h5 @out.reductor --target y --like @model.reductor | reads 5000 features, but 32 are given"})
    void whatCannotBeReadIsNamedAndEndsWithThree(final String args, final String message) {
        keras(5000);
        assertFails(3, run(args.split(" ")), message);
        assertThat(folder.resolve("out.reductor")).doesNotExist();
        assertThat(folder.resolve("out.onnx")).doesNotExist();
    }

    @Test
    void importOfTooLargeAFileEndsWithThree() {
        keras(50_000);
        assertThat(run("import", "@keras.h5", "@out.reductor", "--target=y", "--features=bits", "--largest=1"))
            .isEqualTo(3);
        assertThat(fixture.err()).contains("keras.h5", "1,000,000 are allowed");
        assertThat(run("import", "@keras.h5", "@out.reductor", "--target=y", "--features=bits", "--largest", "2"))
            .as(fixture.err()).isZero();
    }

    @Test
    void featuresOfAnotherModelMayNotContradictTheFile() throws IOException {
        run("export", "@model.reductor", "@out.zip");
        keras(32);
        run("import", "@keras.h5", "@bits.reductor", "--features", "bits", "--target", "y");
        assertThat(run("import", "@out.zip", "@again.reductor", "--like", "@bits.reductor")).isEqualTo(3);
        assertThat(fixture.err()).contains(
            "The file says that the network's features are made in another way than those of the model",
            "The first difference is in block 1", "Leave out --like");
        assertThat(run("import", "@out.zip", "@again.reductor", "--like", "@model.reductor")).as(fixture.err())
            .isZero();
    }

    @Test
    void existingFileIsReplacedOnRequestOnly() throws IOException {
        keras(32);
        final String[] export = {"export", "@model.reductor", "@out.onnx"};
        final String[] importing = {"import", "@keras.h5", "@out.onnx", "--target=y", "--features=bits"};
        Files.writeString(folder.resolve("out.onnx"), "precious");
        for (final String[] command : new String[][]{export, importing}) {
            assertThat(run(command)).isEqualTo(4);
            assertThat(fixture.err()).contains("out.onnx' exists already", "add --overwrite");
            assertThat(folder.resolve("out.onnx")).hasContent("precious");
        }
        for (final String[] command : new String[][]{export, importing}) {
            assertThat(run(Stream.concat(Stream.of(command), Stream.of("--overwrite")).toArray(String[]::new)))
                .as(fixture.err()).isZero();
        }
        assertThat(read(folder.resolve("out.onnx")).target()).isEqualTo("y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"@new/out.onnx | new' does not exist. Create it first.",
        "@model.reductor/out.onnx | model.reductor' is a file. Give another path.", "@fixture | is a folder"})
    void whatCannotBeWrittenEndsWithFour(final String target, final String message) throws IOException {
        assertFails(4, run("export", "@model.reductor", target, "--format", "onnx", "--overwrite"), message);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(model, folder.resolve("fixture"));
        }
    }

    @Test
    void helpExplainsBoth() {
        assertThat(run("export", "--help")).isZero();
        assertThat(fixture.out()).contains("reductor export MODEL.reductor FILE", "--format=NAME", "--network=N",
            "--pruned=left-out|zero", "--overwrite");
        assertThat(run("import", "--help")).isZero();
        assertThat(fixture.out()).contains("reductor import FILE MODEL.reductor", "--target=NAME",
            "--like=MODEL.reductor", "--features=COLUMN", "--largest=MB", "otherwise 1000", "--overwrite");
        assertThat(run("--help")).isZero();
        assertThat(fixture.out()).contains("export", "import");
        run("frobnicate");
        assertThat(fixture.err()).contains("export, import");
    }
}
