/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.reductor.core.model.NetworkModel;
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
            s.addString("path", path);
            s.addString("ifExists", ifExists);
            s.addBoolean("createFolders", createFolders);
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
        assertThatThrownBy(() -> write(".", "OVERWRITE", true)).hasMessageContaining("leads out of");
    }

    @Test
    void relativePathNeedsAWorkflow() {
        assertThatThrownBy(() -> write("model.reductor", "FAIL", true)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("the node runs in no workflow");
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
        assertThatThrownBy(() -> write("knime://knime.workflow/data/x", "FAIL", true))
            .hasMessageContaining("is a URL");
        assertThatThrownBy(() -> write(folder.resolve("file").toString() + "\u0000", "FAIL", true))
            .hasMessageContaining("is not valid");
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
