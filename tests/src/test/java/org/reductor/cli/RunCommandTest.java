/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.runner.workflow.WorkflowArchive;

class RunCommandTest {

    @TempDir
    Path folder;

    private RunFixture fixture;

    private Path copy;

    @BeforeEach
    void copyReferenceWorkflow() throws Exception {
        fixture = new RunFixture(folder);
        copy = fixture.root.resolve("target/runs/example");
    }

    @Test
    void runsOnACopyAndLeavesTheWorkflowAlone() throws Exception {
        assertThat(fixture.run("run", fixture.workflow.toString())).as(fixture.err()).isZero();
        assertThat(copy.resolve("data/out.csv")).exists();
        assertThat(fixture.workflow.resolve("data/out.csv")).doesNotExist();
        assertThat(fixture.out()).contains("Result", "out.csv");
    }

    @Test
    void replacesAnEarlierRun() throws Exception {
        fixture.run("run", fixture.workflow.toString());
        Files.writeString(copy.resolve("data/old.csv"), "old");
        assertThat(fixture.run("run", fixture.workflow.toString())).isZero();
        assertThat(copy.resolve("data/old.csv")).doesNotExist();
    }

    @Test
    void doesNotTouchAFolderThatIsNotItsOwn() throws Exception {
        Files.createDirectories(copy);
        Files.writeString(copy.resolve("thesis.txt"), "three years of work");
        assertThat(fixture.run("run", fixture.workflow.toString())).isEqualTo(2);
        assertThat(fixture.err()).contains(copy.toString(), "left alone");
        assertThat(copy.resolve("thesis.txt")).exists();
    }

    @Test
    void refusesFoldersThatAreNoWorkflowBeforeCopyingAnything() {
        assertThat(fixture.run("run", folder.resolve("source").toString())).isEqualTo(3);
        assertThat(fixture.err()).contains("no workflow in", "workflow.knime");
        assertThat(fixture.run("run", folder.toString())).isEqualTo(2);
        assertThat(fixture.err()).contains("the folder of one workflow");
        assertThat(fixture.root.resolve("target")).doesNotExist();
        fixture.run("run", fixture.workflow.toString());
        assertThat(fixture.run("run", copy.toString())).isEqualTo(2);
        assertThat(fixture.err()).contains("copy of an earlier run");
    }

    @Test
    void runsAnArchive() throws Exception {
        final Path archive = folder.resolve("packed.knwf");
        WorkflowArchive.pack(fixture.workflow, fixture.workflow.getParent(), archive);
        assertThat(fixture.run("run", archive.toString())).as(fixture.err()).isZero();
        assertThat(fixture.root.resolve("target/runs/packed/example/data/out.csv")).exists();
    }

    @Test
    void archiveThatIsRunInPlaceGetsTheResults() throws Exception {
        final Path archive = folder.resolve("packed.knwf");
        final Path result = folder.resolve("result.knwf");
        WorkflowArchive.pack(fixture.workflow, fixture.workflow, archive);
        assertThat(fixture.run("-workflowFile=" + archive, "-destFile=" + result)).as(fixture.err()).isZero();
        assertThat(fixture.run("-workflowFile=" + archive)).as(fixture.err()).isZero();
        for (final Path packed : List.of(archive, result)) {
            final Path target = Files.createDirectory(folder.resolve("unpacked-" + packed.getFileName()));
            assertThat(WorkflowArchive.unpack(packed, target).resolve("data/out.csv")).exists();
        }
    }

    @Test
    void refusesAnArchiveThatLeavesItsFolder() throws Exception {
        final Path archive = folder.resolve("evil.knwf");
        try (OutputStream out = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../../../evil.txt"));
            zip.write(1);
        }
        assertThat(fixture.run("run", archive.toString())).isEqualTo(3);
        assertThat(fixture.err()).contains("evil.txt", "refused");
        assertThat(fixture.root.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void saysWhenAFileIsNoArchive() throws Exception {
        final Path archive = Files.writeString(folder.resolve("text.knwf"), "not a zip");
        assertThat(fixture.run("run", archive.toString())).isEqualTo(3);
        assertThat(fixture.err()).contains("text.knwf", "no workflow");
    }

    @Test
    void optionChangesASetting() throws Exception {
        assertThat(fixture.run("run", fixture.workflow.toString(), "-option=2,percentage,75,double",
            "-option=4,settings/column_delimiter,;,String")).as(fixture.err()).isZero();
        assertThat(copy.resolve("data/out.csv")).hasContent("\"smiles\";\"y\";\"p\"\n\"CCO\";1;1.1\n\"CCC\";2;2.2\n"
            + "\"CCN\";3;2.9\n");
        assertThat(copy.resolve(RunFixture.PARTITIONER)).content().contains("75.0");
    }

    @Test
    void optionOfAnotherTypeFailsToLoad() {
        assertThat(fixture.run("run", fixture.workflow.toString(), "-option=2,percentage,75,String")).isEqualTo(3);
        assertThat(fixture.err()).contains(RunFixture.PARTITIONER, "model/percentage");
    }

    @Test
    void optionsForNodesThatAreNotThereAreRefused() {
        assertThat(fixture.run("run", fixture.workflow.toString(), "-option=12,percentage,75,double",
            "-option=2,percentage,75,double", "-option=13,percentage,75,double")).isEqualTo(2);
        assertThat(fixture.err()).contains("the nodes #12 and #13, which", "Table Partitioner (#2)");
    }

    @Test
    void flowVariableControlsASetting() throws Exception {
        fixture.edit(RunFixture.PARTITIONER, "    <config key=\"model\">", """
                <config key="variables">
                    <entry key="version" type="xstring" value="V_2019_09_13"/>
                    <config key="tree"><config key="percentage">
                        <entry key="used_variable" type="xstring" value="share"/>
                        <entry key="exposed_variable" type="xstring" isnull="true" value=""/>
                    </config></config>
                </config>
                <config key="model">""");
        assertThat(fixture.runInPlace()).isEqualTo(4);
        assertThat(fixture.err()).contains("flow variable 'share'", "model/percentage", "does not exist");
        assertThat(fixture.runInPlace("-workflow.variable=share,100,int")).as(fixture.err()).isZero();
        assertThat(fixture.out()).contains("Table Partitioner (#2): 4 rows | 0 rows");
        assertThat(fixture.runInPlace("-workflow.variable=share,all,String")).isEqualTo(4);
        assertThat(fixture.err()).contains("'all'", "model/percentage", "xdouble");
    }

    @Test
    void noexecuteOnlyLoads() {
        assertThat(fixture.runInPlace("-noexecute")).isZero();
        assertThat(fixture.out()).contains("nothing executed");
        assertThat(fixture.workflow.resolve("data/out.csv")).doesNotExist();
    }

    @Test
    void destinationGetsWorkflowAndData() throws Exception {
        final Path target = folder.resolve("saved");
        assertThat(fixture.run("-workflowDir=" + fixture.workflow, "-destDir=" + target)).as(fixture.err()).isZero();
        assertThat(target.resolve("workflow.knime")).exists();
        assertThat(target.resolve("data/out.csv")).exists();
        assertThat(fixture.run("-workflowDir=" + target, "-nosave")).as(fixture.err()).isZero();
    }

    @Test
    void nodesAreListedWithTheirPorts() {
        assertThat(fixture.run("nodes")).isZero();
        assertThat(fixture.out()).contains("CSV Reader", "Table Partitioner", "in   Input Table [table]",
            "out  First partition [table]");
    }

    @Test
    void helpAndVersionExplainThemselves() {
        assertThat(fixture.run("--help")).isZero();
        assertThat(fixture.out()).contains("reductor run", "-workflow.variable", "Exit codes",
            "REDUCTOR_JAVA_OPTIONS=-Xmx4g");
        assertThat(fixture.run("run", "--help")).isZero();
        assertThat(fixture.out()).contains("reductor run FOLDER|FILE.knwf", "-workflow.variable=name,value,type",
            "target/runs-failed/NAME");
        assertThat(fixture.run("--version")).isZero();
        assertThat(fixture.out()).startsWith("Reductor ");
    }

    @Test
    void theWorkflowMayFollowTheOptions() {
        assertThat(fixture.run("run", "-noexecute", fixture.workflow.toString())).as(fixture.err()).isZero();
        assertThat(fixture.out()).contains("nothing executed");
    }

    @Test
    void optionsInFrontOfACommandAreRefused() {
        assertThat(fixture.run("-nosave", "run", fixture.workflow.toString())).isEqualTo(2);
        assertThat(fixture.err()).contains("Options come behind the command 'run'");
        assertThat(fixture.root).doesNotExist();
    }

    @Test
    void mistypedCommandGetsAGuess() {
        assertThat(fixture.run("exprot")).isEqualTo(2);
        assertThat(fixture.err()).contains("Unknown command 'exprot'. Did you mean export");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        assertThat(fixture.run("completion")).isZero();
        assertThat(fixture.out()).startsWith("#!").contains("complete -F _complete_reductor", "'-workflow.variable'",
            "'--format'");
    }
}
