/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standard nodes as parts of a workflow. */
class StandardNodesTest {

    @TempDir
    Path folder;

    private RunFixture fixture;

    private Path output;

    @BeforeEach
    void copyReferenceWorkflow() throws Exception {
        fixture = new RunFixture(folder);
        output = fixture.workflow.resolve("data/out.csv");
    }

    @Test
    void writerAppendsWithOrWithoutASecondHeader() throws Exception {
        fixture.edit(RunFixture.WRITER, "value=\"overwrite\"", "value=\"append\"");
        fixture.runInPlace();
        assertThat(fixture.runInPlace()).isZero();
        assertThat(output).content().hasLineCount(6).contains("CCC", "\"smiles\"");
        assertThat(fixture.runInPlace("-option=4,settings/skip_column_header_on_append,true,boolean")).isZero();
        assertThat(output).content().hasLineCount(8);
    }

    @Test
    void writerLeavesAnExistingFileAloneIfToldSo() throws Exception {
        Files.writeString(output, "precious");
        fixture.edit(RunFixture.WRITER, "value=\"overwrite\"", "value=\"fail\"");
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).contains("CSV Writer (#4): The file 'data/out.csv' exists");
        assertThat(output).hasContent("precious");
    }

    @Test
    void writerCreatesFoldersOnlyIfAllowed() throws Exception {
        fixture.edit(RunFixture.WRITER, "value=\"out.csv\"", "value=\"new/out.csv\"");
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).contains("CSV Writer (#4)", "create_missing_folders");
        assertThat(fixture.runInPlace("-option=4,settings/file_chooser_settings/create_missing_folders,true,boolean"))
            .isZero();
        assertThat(fixture.workflow.resolve("data/new/out.csv")).exists();
    }

    @Test
    void pathOutOfTheDataAreaIsRefused() throws Exception {
        fixture.edit(RunFixture.WRITER, "value=\"out.csv\"", "value=\"../../out.csv\"");
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).contains("leads out of the workflow data area");
    }

    @Test
    void localPathIsUsedAsItIs() throws Exception {
        final Path file = folder.resolve("elsewhere.csv");
        fixture.edit(RunFixture.WRITER, "value=\"RELATIVE\"", "value=\"LOCAL\"").edit(RunFixture.WRITER,
            "value=\"out.csv\"", "value=\"" + file + "\"");
        assertThat(fixture.runInPlace()).as(fixture.err()).isZero();
        assertThat(file).exists();
    }

    @Test
    void scorerPublishesItsScoresAsFlowVariables() throws Exception {
        fixture.edit(RunFixture.SCORER, "key=\"generate flow variables\" type=\"xboolean\" value=\"false\"",
            "key=\"generate flow variables\" type=\"xboolean\" value=\"true\"");
        fixture.edit("workflow.knime", "<config key=\"connection_0\">", "<config key=\"connection_9\">"
            + "<entry key=\"sourceID\" type=\"xint\" value=\"3\"/><entry key=\"destID\" type=\"xint\" value=\"4\"/>"
            + "<entry key=\"sourcePort\" type=\"xint\" value=\"0\"/><entry key=\"destPort\" type=\"xint\" value=\"0\"/>"
            + "</config><config key=\"connection_0\">");
        fixture.edit(RunFixture.WRITER, "    <config key=\"model\">", """
                <config key="variables">
                    <entry key="version" type="xstring" value="V_2019_09_13"/>
                    <config key="tree"><config key="advanced_settings"><config key="missing_value_pattern">
                        <entry key="used_variable" type="xstring" value="mean squared error"/>
                        <entry key="exposed_variable" type="xstring" isnull="true" value=""/>
                    </config></config></config>
                </config>
                <config key="model">""");
        Files.writeString(fixture.workflow.resolve("data/in.csv"), "smiles,y,p\nCCO,1,1\nCCC,2,4\n,3,3\n,4,4\n");
        assertThat(fixture.runInPlace("-option=2,percentage,100,double")).as(fixture.err()).isZero();
        assertThat(output).content().contains("\n1.0,3,3\n");
    }

    @Test
    void scorerSkipsRowsWithoutAReferenceAndSaysSo() throws Exception {
        Files.writeString(fixture.workflow.resolve("data/in.csv"), "smiles,y,p\nCCO,1,1\nCCC,,4\n");
        assertThat(fixture.runInPlace()).isZero();
        assertThat(fixture.out()).contains("1 row was skipped");
        Files.writeString(fixture.workflow.resolve("data/in.csv"), "smiles,y,p\nCCO,1,1\nCCC,2,\n");
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).contains("Numeric Scorer (#3)", "missing in row 'Row1'");
    }

    @Test
    void emptyTableCannotBeSplit() throws Exception {
        Files.writeString(fixture.workflow.resolve("data/in.csv"), "smiles,y,p\n");
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).contains("Table Partitioner (#2): The input table is empty");
    }
}
