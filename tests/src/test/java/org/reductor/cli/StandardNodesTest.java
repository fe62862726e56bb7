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

    @Test
    void settingsThatTheRunnerDoesNotKnowAreRefused() throws Exception {
        assertThat(fixture.runInPlace("-option=1,settings/has_row_id,true,boolean")).isEqualTo(3);
        assertThat(fixture.err()).contains(RunFixture.READER, "'has_row_id' is 'true'", "not supported",
            "it must be 'false'");
        assertThat(fixture.runInPlace("-option=4,advanced_settings/quote_mode,NEVER,String",
            "-option=2,mode,LINEAR,String")).isEqualTo(3);
        assertThat(fixture.err()).contains("'quote_mode' is 'NEVER'", "\"LINEAR\"; expected one of RANDOM, FIRST_ROWS");
        assertThat(fixture.runInPlace("-option=4,settings/file_chooser_settings/if_path_exists,append,String"))
            .isEqualTo(3);
        assertThat(fixture.err()).contains("'if_path_exists' is 'append'", "overwrite or fail");
    }
}
