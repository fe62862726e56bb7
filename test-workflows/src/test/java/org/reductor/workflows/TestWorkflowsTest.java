/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.reductor.cli.ReductorCommand;
import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.registry.NodeEntry;
import org.reductor.runner.workflow.CancelFlag;

/** Executes each workflow beside this module's sources, on a copy below {@code target/runs}. */
class TestWorkflowsTest {

    /** A line of the affinity table whose row is among the test rows. */
    private static final int TEST_ROW = 51;

    private static final Map<String, Consumer<String>> SCORES = Map.of("classification",
        TestWorkflowsTest::activity, "several-endpoints", TestWorkflowsTest::endpoints);

    /** What the names of the automatic node's predictions end with in affinity-step-by-step. */
    private static final String AUTOMATIC = " automatic";

    private static final Pattern FACTORY = Pattern.compile("<entry key=\"factory\"[^>]* value=\"([^\"]+)\"");

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(""))) {
            return folders.filter(f -> Files.isRegularFile(f.resolve("workflow.knime"))).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> workflowLoadsWithoutComplaintAndRuns() throws IOException {
        return workflows().stream().map(w -> DynamicTest.dynamicTest(w.toString(),
            () -> SCORES.getOrDefault(w.toString(), results -> { }).accept(run(w))));
    }

    /** What no standard node judges, from the summary: the pruned ensemble on the test rows. */
    private static void activity(final String results) {
        assertThat(results).contains("96 molecules that no training step has seen (classes of activity)");
        final double[] scores = scores(results, "activity");
        assertThat(scores[0]).as("log loss; 0.69 is a guess").isBetween(0.0, 0.45);
        assertThat(scores[1]).as("ROC AUC").isBetween(0.88, 1.0);
        assertThat(gone(results)).as("% of the weights").isGreaterThan(50);
    }

    private static void endpoints(final String results) {
        assertThat(results).containsPattern("of them have a bound only: predictions that keep it have no error");
        assertThat(scores(results, "pIC50")[0]).as("RMSE; the noise is 0.15").isBetween(0.1, 0.3);
        assertThat(scores(results, "pIC50")[1]).as("R2").isBetween(0.75, 1.0);
        assertThat(scores(results, "logS")[1]).as("R2").isBetween(0.85, 1.0);
        final double[] toxic = scores(results, "toxic");
        assertThat(toxic[0]).as("log loss; 0.69 is a guess").isBetween(0.0, 0.6);
        assertThat(toxic[1]).as("ROC AUC").isBetween(0.75, 1.0);
    }

    private static double[] scores(final String results, final String target) {
        final Matcher line = Pattern.compile("of " + target + "\\)\n[^)]*?\n +pruned ensemble +([-0-9. ]+)\n")
            .matcher(results);
        assertThat(line.find()).as(results).isTrue();
        return Pattern.compile(" +").splitAsStream(line.group(1)).mapToDouble(Double::parseDouble).toArray();
    }

    private static double gone(final String results) {
        final Matcher gone = Pattern.compile("\\(([0-9.]+) % gone\\) that can still change a prediction")
            .matcher(results);
        assertThat(gone.find()).as(results).isTrue();
        return Double.parseDouble(gone.group(1));
    }

    /**
     * The yield workflow on the measured Buchwald-Hartwig couplings, where their table is at hand; smaller networks
     * than those of the workflow, which take minutes, do as well.
     */
    @Test
    void yieldsOfMeasuredReactionsArePredictedWithAHundredthOfTheWeights() throws IOException {
        final Path table = Path.of(System.getenv().getOrDefault("REDUCTOR_BENCHMARK_DATA", "../../shared/data"))
            .resolve("yield-buchwald-hartwig.csv").toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(table), () -> table + " is not there");
        final String results = run(Path.of("yield"),
            "-option=1,settings/file_selection/path/file_system_type,LOCAL,String",
            "-option=1,settings/file_selection/path/path," + table + ",String", "-option=4,hiddenLayers,256,String",
            "-option=9,predicates/1/predicateValues/values/0/value,0.93,double");
        assertThat(gone(results)).isGreaterThanOrEqualTo(99);
    }

    /** What a run printed and how it ended. */
    private record Run(int code, String results, String errors) {

        static Run of(final Path workflow, final String... options) {
            final ByteArrayOutputStream out = new ByteArrayOutputStream();
            final ByteArrayOutputStream err = new ByteArrayOutputStream();
            final int code = new ReductorCommand(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Path.of(""), new CancelFlag()).run(
                    Stream.concat(Stream.of("run", workflow.toString()), Stream.of(options)).toArray(String[]::new));
            final Run run = new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            System.out.println(workflow + "\n" + run.results + run.errors);
            return run;
        }
    }

    private static String run(final Path workflow, final String... options) {
        final Run run = Run.of(workflow, options);
        assertThat(run.code()).as("exit code; %s", run.errors()).isZero();
        assertThat(run.errors()).as("errors").isEmpty();
        assertThat(run.results().lines().filter(l -> l.startsWith("warning:"))).as("warnings while loading").isEmpty();
        return run.results();
    }

    /** A test row without a measured number: the summary counts it, and no check passes on a score that is none. */
    @ParameterizedTest
    @CsvSource({"'', 0", "NaN, 4", "Infinity, 4"})
    void testRowWithoutAMeasuredNumberIsCounted(final String value, final int code, @TempDir final Path folder)
        throws IOException {
        final Path workflow = folder.resolve("affinity-" + (value.isEmpty() ? "empty" : value));
        copy(Path.of("affinity"), workflow);
        final Path table = workflow.resolve("data/chembl2321810.csv");
        final List<String> lines = new ArrayList<>(Files.readAllLines(table));
        lines.set(TEST_ROW - 1, lines.get(TEST_ROW - 1).replaceFirst("[^,]*$", value));
        Files.write(table, lines);
        final Run run = Run.of(workflow, "-option=4,hiddenLayers,32,String", "-option=4,rounds,1,int",
            "-option=4,maxEpochs,20,int", "-option=14,predicates/1/predicateValues/values/0/value,0.3,double");
        assertThat(run.code()).as(run.errors()).isEqualTo(code);
        assertThat(run.results()).contains("203 of 204 molecules that no training step has seen",
            "1 row has no finite number in 'activity' and is left out").containsPattern("  pruned ensemble +0\\.");
        if (code == 0) {
            assertThat(run.results()).contains("1 row was skipped because the reference value is missing");
        } else {
            assertThat(run.errors()).contains("Breakpoint (#15): R^2 of the pruned networks is below 0.65 on the test "
                + "molecules, or is no number");
        }
    }

    /** Loop and automatic node on a number with bounds, one with gaps and a class; the workflow compares the first. */
    @Test
    void theLoopGivesWhatTheAutomaticNodeGivesForSeveralTargets(@TempDir final Path folder) throws IOException {
        final Path workflow = folder.resolve("endpoints-step-by-step");
        copy(Path.of("affinity-step-by-step"), workflow);
        Files.writeString(workflow.resolve("data/chembl2321810.csv"),
            Files.readString(Path.of("several-endpoints/data/molecules.csv")).replaceFirst("pIC50", "activity"));
        final Matcher more = Pattern.compile("(?s)<config key=\"moreTargets\">.*?\n        </config>").matcher(Files
            .readString(Path.of("several-endpoints/Reductive Pruning Learner (#4)/settings.xml")));
        assertThat(more.find()).isTrue();
        for (final String learner : List.of("Network Learner (#4)", "Network Learner (#9)",
            "Reductive Pruning Learner (#11)")) {
            final Path settings = workflow.resolve(learner).resolve("settings.xml");
            Files.writeString(settings, Files.readString(settings).replace("<entry key=\"targetColumn\"",
                more.group() + "<entry key=\"targetColumn\""));
        }
        final Run run = Run.of(workflow);
        assertThat(run.code()).as(run.errors()).isZero();
        final List<String[]> rows = Files
            .readAllLines(Path.of("target/runs/endpoints-step-by-step/data/predictions.csv")).stream().map(line -> line.replace("\"", "").split(",", -1)).toList();
        final List<String> names = List.of(rows.get(0));
        for (final String told : List.of("Prediction (activity)", "Prediction (logS)", "Prediction (toxic)",
            "P (toxic = yes)", "Spread (toxic)")) {
            final int loop = names.indexOf(told);
            final int automatic = names.indexOf(told + AUTOMATIC);
            assertThat(List.of(loop, automatic)).as(told + " in " + names).doesNotContain(-1);
            assertThat(rows.stream().skip(1).map(row -> row[automatic])).as(told).hasSize(120)
                .containsExactlyElementsOf(rows.stream().skip(1).map(row -> row[loop]).toList());
        }
    }

    private static void copy(final Path from, final Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (final Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** KNIME's Row Filter puts NaN above all numbers, so that a lower limit alone lets it pass. */
    @Test
    void checkWithALowerLimitHasAnUpperOneToo() throws Exception {
        int limits = 0;
        for (final Path file : settingsOf("Row Filter")) {
            final NodeSettingsRO model;
            try (InputStream in = Files.newInputStream(file)) {
                model = NodeSettings.loadFromXML(in).getNodeSettings("model");
            }
            final NodeSettingsRO criteria = model.getNodeSettings("predicates");
            final Set<String> fromBelow = new TreeSet<>();
            final Set<String> fromAbove = new TreeSet<>();
            for (final String key : criteria.keySet()) {
                final NodeSettingsRO criterion = criteria.getNodeSettings(key);
                final String column = criterion.getNodeSettings("columnV2").getString("regularChoice");
                final String operator = criterion.getString("operator");
                if (Set.of("GT", "GTE", "NEQ", "NEQ_MISS").contains(operator)) {
                    fromBelow.add(column);
                } else if (column != null) {
                    fromAbove.add(column);
                }
            }
            assertThat(fromAbove).as(file.toString()).containsAll(fromBelow);
            assertThat(model.getString("matchCriteria")).as(file.toString()).isEqualTo("AND");
            limits += fromBelow.size();
        }
        assertThat(limits).as("checks with a lower limit").isPositive();
    }

    @Test
    void eachNodeOccursInAWorkflow() throws IOException {
        final Set<String> missing = new TreeSet<>();
        ExtensionRegistry.ofClassPath().nodes().stream().filter(n -> !n.isStandIn()).map(NodeEntry::factoryName)
            .forEach(missing::add);
        for (final Path workflow : workflows()) {
            missing.removeAll(factories(workflow));
        }
        assertThat(missing).as("nodes that no test workflow uses").isEmpty();
    }

    private static List<Path> settingsOf(final String node) throws IOException {
        final List<Path> result = new ArrayList<>();
        for (final Path workflow : workflows()) {
            try (Stream<Path> folders = Files.list(workflow)) {
                folders.filter(f -> f.getFileName().toString().startsWith(node + " (#"))
                    .map(f -> f.resolve("settings.xml")).forEach(result::add);
            }
        }
        return result;
    }

    private static Set<String> factories(final Path workflow) throws IOException {
        final Set<String> result = new TreeSet<>();
        try (Stream<Path> files = Files.walk(workflow)) {
            for (final Path file : files.filter(f -> f.endsWith("settings.xml")).toList()) {
                final Matcher matcher = FACTORY.matcher(Files.readString(file));
                while (matcher.find()) {
                    result.add(matcher.group(1));
                }
            }
        }
        return result;
    }
}
