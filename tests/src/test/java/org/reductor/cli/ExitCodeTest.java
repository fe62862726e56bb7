/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodeTest {

    @TempDir
    Path folder;

    private RunFixture fixture;

    @BeforeEach
    void copyReferenceWorkflow() throws Exception {
        fixture = new RunFixture(folder);
    }

    @Test
    void referenceWorkflowOfTheRealPlatformRunsUnchanged() throws Exception {
        assertThat(fixture.runInPlace()).as(fixture.err()).isZero();
        assertThat(fixture.err()).isEmpty();
        assertThat(fixture.out()).doesNotContain("warning").contains("CSV Reader (#1): 4 rows",
            "Table Partitioner (#2): 2 rows | 2 rows", "Numeric Scorer (#3): 7 rows", "CSV Writer (#4): done");
        assertThat(fixture.workflow.resolve("data/out.csv"))
            .hasContent("\"smiles\",\"y\",\"p\"\n\"CCO\",1,1.1\n\"CCC\",2,2.2\n");
    }

    @Test
    void unknownOptionIsNamed() {
        assertThat(fixture.runInPlace("-frobnicate")).isEqualTo(2);
        assertThat(fixture.err()).contains("Unknown option '-frobnicate'");
    }

    @Test
    void unknownCommandIsNamed() {
        assertThat(fixture.run("walk")).isEqualTo(2);
        assertThat(fixture.err()).contains("'walk'", "run, nodes");
    }

    @Test
    void brokenXmlNamesFileAndLine() throws Exception {
        fixture.edit(RunFixture.PARTITIONER, "<config key=\"model\">", "<config key=\"model\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains(RunFixture.PARTITIONER, "Line ");
        assertThat(fixture.workflow.resolve("data/out.csv")).doesNotExist();
    }

    @Test
    void entityInXmlIsRefused() throws Exception {
        fixture.edit(RunFixture.PARTITIONER, "<config xmlns", "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<config xmlns");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains(RunFixture.PARTITIONER, "DOCTYPE");
    }

    @Test
    void unknownNodeNamesFileKeyAndFactory() throws Exception {
        fixture.edit(RunFixture.SCORER, "numeric2.NumericScorer2NodeFactory", "numeric2.NoSuchNodeFactory");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains("Node #3: " + RunFixture.SCORER, "\"factory\"", "NoSuchNodeFactory");
    }

    @Test
    void allNodesThatCannotBeLoadedAreNamed() throws Exception {
        fixture.edit(RunFixture.SCORER, "numeric2.NumericScorer2NodeFactory", "numeric2.NoSuchNodeFactory")
            .edit(RunFixture.WRITER, "writer.CSVWriter2NodeFactory", "writer.NoWriterFactory")
            .edit(RunFixture.PARTITIONER, "value=\"RANDOM\"", "value=\"SOMEHOW\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).startsWith("The workflow cannot be loaded. 3 of its nodes have problems:").contains(
            "\n  Node #2: " + RunFixture.PARTITIONER, "SOMEHOW", "\n  Node #3: " + RunFixture.SCORER,
            "NoSuchNodeFactory", "\n  Node #4: " + RunFixture.WRITER, "NoWriterFactory");
    }

    @Test
    void settingOfTheWrongTypeNamesFileAndPath() throws Exception {
        fixture.edit(RunFixture.PARTITIONER, "key=\"percentage\" type=\"xdouble\"",
            "key=\"percentage\" type=\"xstring\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains(RunFixture.PARTITIONER, "model/percentage", "xstring", "xdouble");
    }

    @Test
    void missingSettingNamesFileAndPath() throws Exception {
        fixture.edit(RunFixture.WRITER, "key=\"write_column_header\"", "key=\"other\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains(RunFixture.WRITER, "model/settings/write_column_header", "missing");
    }

    @Test
    void enumWithAnUnknownValueNamesFileAndPath() throws Exception {
        fixture.edit(RunFixture.PARTITIONER, "value=\"RANDOM\"", "value=\"SOMEHOW\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains(RunFixture.PARTITIONER, "model/mode", "SOMEHOW");
    }

    @Test
    void optionBelowModelIsRefusedAsInKnime() throws Exception {
        assertThat(fixture.runInPlace("-option=2,model/percentage,75,double")).isEqualTo(3);
        assertThat(fixture.err()).contains("'model/percentage'", "Leave out 'model/': 'percentage'");
    }

    @Test
    void metanodeIsNotSupported() throws Exception {
        fixture.edit("workflow.knime", "value=\"NativeNode\"", "value=\"MetaNode\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains("workflow.knime", "nodes/node_1/node_type", "not supported");
    }

    @Test
    void missingSettingsFileIsNamed() throws Exception {
        Files.delete(fixture.workflow.resolve(RunFixture.SCORER));
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains(RunFixture.SCORER, "missing");
    }

    @Test
    void settingsFileOutsideTheWorkflowIsRefused() throws Exception {
        fixture.edit("workflow.knime", "CSV Reader (#1)/settings.xml", "../settings.xml");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains("outside the workflow folder");
    }

    @Test
    void circleIsNamed() throws Exception {
        fixture.edit("workflow.knime", "key=\"sourceID\" type=\"xint\" value=\"1\"",
            "key=\"sourceID\" type=\"xint\" value=\"2\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains("workflow.knime", "circle", "Table Partitioner (#2)");
    }

    @Test
    void portThatTheNodeDoesNotHaveIsNamed() throws Exception {
        fixture.edit("workflow.knime", "key=\"sourcePort\" type=\"xint\" value=\"1\"",
            "key=\"sourcePort\" type=\"xint\" value=\"7\"");
        assertThat(fixture.runInPlace()).isEqualTo(3);
        assertThat(fixture.err()).contains("connections/connection_0/sourcePort", "CSV Reader (#1)", "no port 7");
    }

    @Test
    void failingNodeIsNamedAndWhatDependsOnItDoesNotRun() throws Exception {
        Files.delete(fixture.workflow.resolve("data/in.csv"));
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).contains("CSV Reader (#1): The file 'data/in.csv' does not exist");
        assertThat(fixture.out()).contains("CSV Writer (#4): not executed: it needs Table Partitioner (#2)");
    }

    @Test
    void otherBranchesRunWhenOneFails() throws Exception {
        fixture.edit(RunFixture.SCORER, "value=\"p\"", "value=\"q\"");
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).contains("Numeric Scorer (#3): The predicted column 'q' is not in the input table")
            .contains("[smiles, y, p]");
        assertThat(fixture.workflow.resolve("data/out.csv")).exists();
    }

    @Test
    void unconnectedInputFailsTheNode() throws Exception {
        fixture.edit("workflow.knime", "key=\"destPort\" type=\"xint\" value=\"1\"",
            "key=\"destPort\" type=\"xint\" value=\"0\"");
        fixture.edit("workflow.knime", "key=\"sourcePort\" type=\"xint\" value=\"1\"",
            "key=\"sourcePort\" type=\"xint\" value=\"0\"");
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).contains("Table Partitioner (#2): Input port 1, 'Input Table', is not connected");
    }

    @Test
    void cancelledRunEndsWithExitCodeFour() {
        fixture.cancel.cancel();
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.workflow.resolve("data/out.csv")).doesNotExist();
    }
}
