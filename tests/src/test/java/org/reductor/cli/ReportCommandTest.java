/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.core.uncertainty.ProbabilityMap;
import org.reductor.knime.TinyModel;

/** {@code reductor report}. */
class ReportCommandTest {

    @TempDir
    Path folder;

    private RunFixture fixture;

    private Path model;

    private Path report;

    @BeforeEach
    void writeModel() throws Exception {
        fixture = new RunFixture(Files.createDirectory(folder.resolve("fixture")));
        model = folder.resolve("model.reductor");
        report = folder.resolve("out.html");
        try (OutputStream out = Files.newOutputStream(model)) {
            TinyModel.create().write(out);
        }
    }

    private int run(final String... more) {
        final String[] args = new String[more.length + 2];
        args[0] = "report";
        args[1] = model.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return fixture.run(args);
    }

    @Test
    void aModelWithATableHasItsRoundsAndItsPredictionsOnOnePage() throws Exception {
        final Path table = folder.resolve("table.csv");
        Files.writeString(table, "smiles,activity\nCCO,5.5\nCCN,6.5\n");

        assertThat(run(table.toString(), "--output", report.toString())).isZero();
        final String html = Files.readString(report);
        assertThat(html).contains("<title>Report on model.reductor</title>", "data-view=\"pruning-history\"",
            "data-view=\"predictions\"", "\"measured\":2", "\\u003csvg", "echarts");
        assertThat(html.split("<script type=\"application/json\">")).hasSize(3);
        assertThat(fixture.out()).contains("Wrote " + report, "Open it in a browser.");
    }

    @Test
    void aModelAloneHasItsRoundsAlsoWhereNoRunMadeIt() throws Exception {
        assertThat(run("--output", report.toString())).isZero();
        assertThat(Files.readString(report)).contains("\"rounds\":[]").doesNotContain("data-view=\"predictions\"");
    }

    @Test
    void classesAndTextThatLooksLikeHtmlStayText() throws Exception {
        try (OutputStream out = Files.newOutputStream(model)) {
            TinyModel.classes(new ProbabilityMap(2, .5, .1)).write(out);
        }
        final Path table = folder.resolve("table.csv");
        Files.writeString(table, "smiles,toxic\nCCO,yes\n\"</script><b>\",no\n");
        assertThat(run(table.toString(), "--output", report.toString())).isZero();
        assertThat(Files.readString(report)).doesNotContain("</script><b>").contains("\\u003c/script>");
    }

    @Test
    void anExistingFileStaysUnlessItIsToBeReplaced() throws Exception {
        Files.writeString(report, "mine");
        assertThat(run("--output", report.toString())).isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.err()).contains("exists already", "--overwrite");
        assertThat(report).hasContent("mine");
        assertThat(run("--output", report.toString(), "--overwrite")).isZero();
        assertThat(Files.readString(report)).startsWith("<!DOCTYPE html>");
    }

    @Test
    void whatCannotBeReadIsNamedAndNothingIsWritten() throws Exception {
        final Path table = folder.resolve("table.csv");
        Files.writeString(table, "name,activity\nx,5.5\n");
        assertThat(run(table.toString(), "--output", report.toString())).isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.err()).contains("smiles");
        assertThat(run(folder.resolve("none.csv").toString(), "--output", report.toString()))
            .isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.err()).contains("none.csv");
        Files.writeString(model, "no model");
        assertThat(run("--output", report.toString())).isEqualTo(ExitCode.EXECUTION_FAILED);
        assertThat(fixture.err()).contains("model.reductor");
        assertThat(report).doesNotExist();
    }
}
