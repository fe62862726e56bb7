/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reductor.runner.workflow.WorkflowArchive;

/** What {@code reductor run} does with the results of the run before. */
class RunFolderTest {

    private static final String OLD = "data/old.csv";

    private static final String FAILING = "-option=3,predicted/columnName,q,String";

    @TempDir
    Path folder;

    private RunFixture fixture;

    private Path target;

    private Path results;

    @BeforeEach
    void runOnce() throws Exception {
        fixture = new RunFixture(folder);
        target = fixture.root.resolve("target");
        results = target.resolve("runs/example");
        assertThat(run(fixture.workflow)).as(fixture.err()).isZero();
        Files.writeString(results.resolve(OLD), "of the first run");
    }

    private int run(final Path workflow, final String... options) {
        return fixture.run(Stream.concat(Stream.of("run", workflow.toString()), Stream.of(options))
            .toArray(String[]::new));
    }

    private static List<String> names(final Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private void assertOldResultsAreThere() throws IOException {
        assertThat(results.resolve(OLD)).exists();
        assertThat(results.resolve("data/out.csv")).exists();
        assertThat(names(target.resolve("runs-unfinished"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-noexecute | 0", "-frobnicate | 2", "-option=12,percentage,75,double | 2",
        "-option=2,percentage,75,String | 3", "-option=2,percent,75,double | 3"})
    void runThatDoesNotStartLeavesTheResultsAlone(final String option, final int code) throws IOException {
        assertThat(run(fixture.workflow, option)).isEqualTo(code);
        assertOldResultsAreThere();
        assertThat(target.resolve("runs-failed/example")).doesNotExist();
    }

    @Test
    void workflowThatCannotBeLoadedAnyMoreLeavesTheResultsAlone() throws IOException {
        fixture.edit(RunFixture.PARTITIONER, "<config key=\"model\">", "<config key=\"model\"");
        assertThat(run(fixture.workflow)).isEqualTo(3);
        assertOldResultsAreThere();
    }

    @Test
    void failedRunLeavesItsRemainsBesideTheResults() throws IOException {
        assertThat(run(fixture.workflow, FAILING)).isEqualTo(4);
        assertOldResultsAreThere();
        assertThat(target.resolve("runs-failed/example/data/out.csv")).exists();
        assertThat(target.resolve("runs-failed/example").resolve(OLD)).doesNotExist();
        assertThat(fixture.out()).contains(target.resolve("runs-failed/example/data").toString());
        assertThat(fixture.err()).contains("The run failed", "last good run are still in " + results);
        assertThat(run(fixture.workflow, FAILING, "-option=2,percentage,75,double")).isEqualTo(4);
        assertThat(target.resolve("runs-failed/example/data/out.csv")).content().contains("CCN");
        assertThat(run(fixture.workflow)).isZero();
        assertThat(results.resolve(OLD)).doesNotExist();
        assertThat(names(target.resolve("runs-failed"))).isEmpty();
    }

    @Test
    void cancelledRunLeavesTheResultsAlone() throws IOException {
        fixture.cancel.cancel();
        assertThat(run(fixture.workflow)).isEqualTo(4);
        assertOldResultsAreThere();
    }

    @Test
    void firstRunThatFailsLeavesNoResults() throws IOException {
        FileTrees.delete(target);
        assertThat(run(fixture.workflow, FAILING)).isEqualTo(4);
        assertThat(results).doesNotExist();
        assertThat(fixture.err()).doesNotContain("still in");
    }

    private Path sibling(final String parent) throws IOException {
        final Path other = folder.resolve(parent).resolve("example");
        FileTrees.copy(fixture.workflow, other);
        Files.writeString(other.resolve("data/in.csv"), "smiles,y,p\nN,5,5\nO,6,6\nC,7,7\nS,8,8\n");
        return other;
    }

    @Test
    void secondWorkflowOfTheSameNameGetsAFolderOfItsOwnAndKeepsIt() throws IOException {
        final Path other = sibling("other");
        for (int i = 0; i < 2; i++) {
            assertThat(run(other)).as(fixture.err()).isZero();
            assertOldResultsAreThere();
            assertThat(names(target.resolve("runs"))).hasSize(2);
            final Path second = target.resolve("runs").resolve(names(target.resolve("runs")).get(1));
            assertThat(second.getFileName().toString()).matches("example-[0-9a-f]{8}");
            assertThat(second.resolve("data/out.csv")).content().contains("\"N\",5,5");
            assertThat(fixture.out()).contains("note: " + results + " belongs to another workflow of that name; this "
                + "one has " + second);
        }
        FileTrees.delete(results);
        assertThat(run(other)).isZero();
        assertThat(results).doesNotExist();
        assertThat(run(fixture.workflow)).isZero();
        assertThat(results.resolve("data/out.csv")).content().contains("CCO");
        assertThat(fixture.out()).doesNotContain("note:");
    }

    @Test
    void remainsOfARunThatFailedBelongToItsWorkflowToo() throws IOException {
        FileTrees.delete(target);
        assertThat(run(sibling("other"), FAILING)).isEqualTo(4);
        assertThat(run(fixture.workflow, FAILING)).isEqualTo(4);
        assertThat(names(target.resolve("runs-failed"))).hasSize(2);
    }

    @Test
    void sameWorkflowByAnotherPathHasTheSameFolder() throws IOException {
        final Path link = Files.createSymbolicLink(Files.createDirectory(folder.resolve("links")).resolve("example"),
            fixture.workflow);
        assertThat(run(link)).isZero();
        assertThat(run(fixture.workflow.resolve("data/.."))).isZero();
        assertThat(names(target.resolve("runs"))).containsExactly("example");
    }

    @Test
    void archivesOfTheSameNameDoNotMeetEither() throws IOException {
        final Path first = Files.createDirectory(folder.resolve("first")).resolve("example.knwf");
        final Path second = Files.createDirectory(folder.resolve("second")).resolve("example.knwf");
        WorkflowArchive.pack(fixture.workflow, fixture.workflow.getParent(), first);
        Files.copy(first, second);
        assertThat(run(first)).isZero();
        assertThat(run(second)).isZero();
        assertOldResultsAreThere();
        assertThat(names(target.resolve("runs"))).hasSize(3);
        assertThat(run(second, "-noexecute")).isZero();
        Files.writeString(second, "no archive any more");
        assertThat(run(second)).isEqualTo(3);
        assertThat(names(target.resolve("runs"))).hasSize(3);
    }

    @Test
    void projectThatIsMovedKeepsItsResults() throws IOException {
        final Path inside = fixture.root.resolve("example");
        FileTrees.delete(target);
        FileTrees.copy(fixture.workflow, inside);
        assertThat(run(inside)).isZero();
        final Path moved = Files.move(fixture.root, folder.resolve("moved"));
        Files.createSymbolicLink(fixture.root, moved);
        assertThat(run(moved.resolve("example"))).isZero();
        assertThat(names(moved.resolve("target/runs"))).containsExactly("example");
    }

    @Test
    void secondRunOfTheSameWorkflowAtTheSameTimeIsRefused() throws Exception {
        try (RunFolder first = RunFolder.reserve(fixture.root, fixture.workflow)) {
            first.copy();
            assertThat(run(fixture.workflow)).isEqualTo(4);
            assertThat(fixture.err()).contains("Another run of this workflow is under way in " + first.unfinished());
            assertThat(first.unfinished().resolve("workflow.knime")).exists();
            assertThat(run(sibling("other"))).as("another workflow").isZero();
            first.discard();
        }
        assertThat(run(fixture.workflow)).as(fixture.err()).isZero();
    }

    @Test
    void twoWorkflowsOfTheSameNameMayStartAtTheSameTime() throws Exception {
        FileTrees.delete(target);
        try (RunFolder first = RunFolder.reserve(fixture.root, fixture.workflow);
            RunFolder second = RunFolder.reserve(fixture.root, sibling("other"))) {
            assertThat(first.results()).isEqualTo(results);
            assertThat(second.results()).isNotEqualTo(results);
        }
    }

    @Test
    void resultsThatAKilledRunWasReplacingComeBack() throws IOException {
        Files.createDirectories(target.resolve("runs-replaced"));
        Files.move(results, target.resolve("runs-replaced/example"));
        Files.createDirectories(target.resolve("runs-unfinished/example"));
        assertThat(run(fixture.workflow, "-noexecute")).isZero();
        assertOldResultsAreThere();
        assertThat(names(target.resolve("runs-replaced"))).isEmpty();
    }

    @Test
    void workflowThatWasItselfACopyIsRunLikeAnyOther() throws IOException {
        final Path own = folder.resolve("mine").resolve("example");
        FileTrees.copy(results, own);
        for (int i = 0; i < 2; i++) {
            assertThat(run(own)).as(fixture.err()).isZero();
            assertThat(names(target.resolve("runs"))).hasSize(2);
        }
        assertThat(run(fixture.workflow)).isZero();
        assertThat(names(target.resolve("runs"))).hasSize(2);
    }

    @Test
    void remainsOfAnEarlierRunAreNoWorkflowToRun() {
        run(fixture.workflow, FAILING);
        assertThat(run(target.resolve("runs-failed/example"))).isEqualTo(2);
        assertThat(fixture.err()).contains("copy of an earlier run");
    }
}
