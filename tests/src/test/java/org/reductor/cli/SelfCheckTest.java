/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workflow that checks its own result with a Row Filter and a Breakpoint. */
class SelfCheckTest {

    private static final String FILTER = "Row Filter (#3)/settings.xml";

    private static final String BREAKPOINT = "Breakpoint (#4)/settings.xml";

    private static final String LIMIT = "-option=3,predicates/1/predicateValues/values/0/value,%s,double";

    @TempDir
    Path folder;

    private RunFixture fixture;

    @BeforeEach
    void copyWorkflow() throws Exception {
        fixture = new RunFixture(folder, "check-workflow");
    }

    @Test
    void resultThatMeetsTheExpectationPasses() {
        assertThat(fixture.runInPlace()).as(fixture.err()).isZero();
        assertThat(fixture.out()).contains("Row Filter (#3): 1 row, ", "Breakpoint (#4): 1 row, ")
            .doesNotContain("warning");
    }

    @Test
    void resultThatDoesNotFailsWithTheMessageOfTheWorkflow() {
        assertThat(fixture.runInPlace(LIMIT.formatted("0.999"))).isEqualTo(4);
        assertThat(fixture.out()).contains("Row Filter (#3): 0 rows, ");
        assertThat(fixture.err()).contains(
            "Breakpoint (#4): R^2 is below 0.5: the predictions are worse than expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void scoreThatIsNoNumberDoesNotPass(final String value) throws Exception {
        final Path input = fixture.workflow.resolve("data/in.csv");
        Files.writeString(input, Files.readString(input).replaceFirst("(?m)^([^,\\n]*),[\\d.]+,", "$1," + value + ","));
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.out()).contains("Row Filter (#3): 0 rows, ", "Node created an empty data table.");
        assertThat(fixture.err()).contains("Breakpoint (#4): R^2 is below 0.5");
    }

    @Test
    void breakpointWithoutAMessageOfItsOwnSaysWhatItFound() throws Exception {
        fixture.edit(BREAKPOINT, "key=\"Use custom error message\" type=\"xboolean\" value=\"true\"",
            "key=\"Use custom error message\" type=\"xboolean\" value=\"false\"");
        assertThat(fixture.runInPlace(LIMIT.formatted("2"))).isEqualTo(4);
        assertThat(fixture.err()).contains("Breakpoint (#4): Breakpoint halted execution (table is empty)");
    }

    @Test
    void breakpointThatIsSwitchedOffLetsEverythingPass() throws Exception {
        fixture.edit(BREAKPOINT, "key=\"Enabled\" type=\"xboolean\" value=\"true\"",
            "key=\"Enabled\" type=\"xboolean\" value=\"false\"");
        assertThat(fixture.runInPlace(LIMIT.formatted("2"))).isZero();
    }

    @Test
    void breakpointOnAVariableIsRefused() throws Exception {
        fixture.edit(BREAKPOINT, "value=\"empty table\"", "value=\"variable matches value\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains(BREAKPOINT, "'BreakPoint' is 'variable matches value'", "not supported");
    }

    @Test
    void operatorThatIsNoComparisonIsRefusedByName() throws Exception {
        fixture.edit(FILTER, "value=\"GTE\"", "value=\"REGEX\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains(FILTER, "model/predicates/1/operator", "REGEX", "one of EQ, LT");
    }

    @Test
    void rowNumbersAreRefused() throws Exception {
        fixture.edit(FILTER, "value=\"ROW_ID\"", "value=\"ROW_NUMBER\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains("'predicates/0/columnV2'", "ROW_NUMBER", "not supported");
    }

    @Test
    void columnThatIsNotThereIsToldBeforeTheRun() throws Exception {
        fixture.edit(FILTER, "value=\"p\"", "value=\"q\"");
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.out()).contains("will fail: Row Filter (#3): The filter column 'q' is not in the input");
    }

    @Test
    void annotationsLoadAndStayWhenTheWorkflowIsSaved() throws Exception {
        final Path copy = folder.resolve("copy");
        assertThat(fixture.run("-workflowDir=" + fixture.workflow, "-destDir=" + copy,
            LIMIT.formatted("0.25"))).as(fixture.err()).isZero();
        assertThat(fixture.out()).doesNotContain("annotation", "warning");
        assertThat(Files.readString(copy.resolve("workflow.knime")))
            .isEqualTo(Files.readString(fixture.workflow.resolve("workflow.knime"))).contains("annotation_0");
        assertThat(copy.resolve(FILTER)).content().contains("value=\"0.25\"");
    }
}
