/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.Locations;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.TinyModel;
import org.reductor.knime.port.NetworksPortObject;

class NetworkWriterNodeTest {

    private static NetworksPortObject networks;

    @TempDir
    private Path folder;

    private boolean inWorkflow;

    @BeforeAll
    static void make() {
        networks = new NetworksPortObject(TinyModel.create());
    }

    @AfterEach
    void leaveWorkflow() {
        if (inWorkflow) {
            NodeContext.removeLastContext();
        }
    }

    private void enterWorkflow() {
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(folder, null));
        inWorkflow = true;
    }

    private static NodeRunner write(final String path, final String ifExists, final boolean createFolders)
        throws Exception {
        return new NodeRunner(new NetworkWriterNodeFactory()).set(s -> {
            Locations.choose(s, path);
            s.addString("ifExists", ifExists);
            s.addBoolean("createFolders", createFolders);
        }).run(networks);
    }

    private static NodeRunner at(final String category, final String specifier, final String path,
        final String ifExists) throws Exception {
        return new NodeRunner(new NetworkWriterNodeFactory()).set(s -> {
            Locations.choose(s, category, specifier, path);
            s.addString("ifExists", ifExists);
        }).run(networks);
    }

    private static NetworkModel read(final Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return NetworkModel.read(in);
        }
    }

    private static void assertNothingElse(final Path file) throws Exception {
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void writesToAnAbsolutePath() throws Exception {
        final Path file = folder.resolve("a model.reductor");
        write(file.toString(), "FAIL", true);

        assertThat(read(file).fingerprint()).isEqualTo(networks.model().fingerprint());
        assertNothingElse(file);
    }

    @Test
    void relativePathLiesInTheWorkflowDataArea() throws Exception {
        enterWorkflow();
        write("models/first.reductor", "FAIL", true);

        final Path file = folder.resolve("data").resolve("models").resolve("first.reductor");
        assertThat(read(file).target()).isEqualTo("activity");
        assertNothingElse(file);
    }

    @Test
    void relativePathMayNotLeaveTheDataArea() {
        enterWorkflow();
        assertThatThrownBy(() -> write("../workflow.knime", "OVERWRITE", true)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("leads out of the workflow data area");
        assertThatThrownBy(() -> write(".", "OVERWRITE", true)).hasMessageContaining("is a folder");
    }

    @Test
    void relativePathNeedsAWorkflow() {
        assertThatThrownBy(() -> write("model.reductor", "FAIL", true)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("runs in no workflow");
    }

    @Test
    void existingFileIsKeptOrReplacedAsChosen() throws Exception {
        final Path file = folder.resolve("model.reductor");
        Files.writeString(file, "precious");

        assertThatThrownBy(() -> write(file.toString(), "FAIL", true)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("exists already");
        assertThat(file).hasContent("precious");
        write(file.toString(), "OVERWRITE", true);
        assertThat(read(file).target()).isEqualTo("activity");
        assertNothingElse(file);
    }

    @Test
    void missingFolderIsMadeOrReportedAsChosen() throws Exception {
        final Path file = folder.resolve("new").resolve("model.reductor");

        assertThatThrownBy(() -> write(file.toString(), "FAIL", false)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("does not exist").hasMessageContaining("create missing folders");
        write(file.toString(), "FAIL", true);
        assertThat(file).exists();
    }

    @Test
    void foldersAndUrlsAreNoFiles() {
        assertThatThrownBy(() -> write(folder.toString(), "OVERWRITE", true)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> at("LOCAL", null, "knime://knime.workflow/data/x", "FAIL"))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("is a URL");
        assertThatThrownBy(() -> write(folder.resolve("file").toString() + "\u0000", "FAIL", true))
            .hasMessageContaining("is not valid");
    }

    @Test
    void fileBesideTheWorkflowIsWrittenByItsRelativePathAndByItsUrl() throws Exception {
        final Path workflow = Files.createDirectory(folder.resolve("workflow"));
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(workflow, null));
        inWorkflow = true;
        at("RELATIVE", "knime.workflow", "../models/relative.reductor", "FAIL");
        at("RELATIVE", "knime.space", "/models/space.reductor", "FAIL");
        at("CUSTOM_URL", "1000", "knime://knime.workflow/../models/url.reductor", "FAIL");

        for (final String name : List.of("relative", "space", "url")) {
            assertThat(read(folder.resolve("models").resolve(name + ".reductor")).target()).isEqualTo("activity");
        }
        assertThatThrownBy(() -> at("CUSTOM_URL", "1000", "knime://knime.workflow/../models/url.reductor", "FAIL"))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("models/url.reductor' exists already");
        at("CUSTOM_URL", "1000", "knime://knime.workflow/../models/url.reductor", "OVERWRITE");
        try (Stream<Path> files = Files.list(folder.resolve("models"))) {
            assertThat(files).hasSize(3);
        }
        assertThatThrownBy(() -> at("RELATIVE", "knime.workflow", "../../../x.reductor", "FAIL"))
            .isInstanceOf(KNIMEException.class)
            .hasMessageContaining("'../../../x.reductor' leads out of the mountpoint of the workflow");
    }

    @ParameterizedTest
    @CsvSource({"MOUNTPOINT,My-Server,in the mountpoint 'My-Server'", "HUB_SPACE,*abc,in the Hub space '*abc'",
        "CUSTOM_URL,1000,'knime://My-KNIME-Hub/Users/me/model.reductor'"})
    void whatCannotBeReachedIsOneErrorThatNamesIt(final String category, final String specifier, final String name) {
        final String path = category.equals("CUSTOM_URL") ? name : "/Users/me/model.reductor";
        assertThatThrownBy(() -> at(category, specifier, path, "FAIL")).isInstanceOf(KNIMEException.class)
            .hasMessageContaining(path).hasMessageContaining(name).hasMessageContaining("cannot be reached: ")
            .hasMessageContaining("connected");
    }

    @Test
    void fileSystemOfAConnectorIsRefusedWhenSet() {
        assertThatThrownBy(() -> at("CONNECTED", "amazon-s3", "/bucket/model.reductor", "FAIL"))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("/bucket/model.reductor")
            .hasMessageContaining("has no port for it");
    }

    @Test
    void fileIsStoredAsKnimeStoresIt() throws Exception {
        final NodeRunner node = new NodeRunner(new NetworkWriterNodeFactory());
        final NodeSettings settings = new NodeSettings("model");
        node.node().save(settings);
        final NodeSettings location = settings.getNodeSettings("file").getNodeSettings("path");
        assertThat(location.keySet()).containsExactlyInAnyOrder("location_present", "file_system_type",
            "file_system_specifier", "path");
        assertThat(location.getBoolean("location_present")).isTrue();
        assertThat(location.getString("file_system_type")).isEqualTo("RELATIVE");
        assertThat(location.getString("file_system_specifier")).isEqualTo("knime.workflow.data");
        assertThat(location.getString("path")).isEqualTo("model.reductor");
    }

    @Test
    void pathBehindAFileIsReported() throws Exception {
        final Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> write(file.resolve("model.reductor").toString(), "FAIL", true))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("is a file. Give another path.");
    }

    @Test
    void blankPathIsRefusedWhenSet() {
        assertThatThrownBy(() -> write(" ", "FAIL", true)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("has no path");
    }
}
