/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.reductor.knime.Locations;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.TinyModel;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.writer.NetworkWriterNodeFactory;

class NetworkReaderNodeTest {

    private final NetworksPortObject networks = new NetworksPortObject(TinyModel.create());

    @TempDir
    private Path folder;

    private static NodeRunner reader(final String path) throws Exception {
        return new NodeRunner(new NetworkReaderNodeFactory()).set(s -> Locations.choose(s, path));
    }

    private void write(final String path) throws Exception {
        new NodeRunner(new NetworkWriterNodeFactory()).set(s -> Locations.choose(s, path)).run(networks);
    }

    @Test
    void readsWhatTheWriterWrote() throws Exception {
        final String path = folder.resolve("a model.reductor").toString();
        write(path);

        final NetworksPortObject read = (NetworksPortObject)reader(path).run().out(0);
        assertThat(read.model().fingerprint()).isEqualTo(networks.model().fingerprint());
        assertThat(read.model().target()).isEqualTo("activity");
        assertThat(read.state()).isEmpty();
    }

    @Test
    void relativePathLiesInTheWorkflowDataArea() throws Exception {
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(folder, null));
        try {
            write("model.reductor");
            assertThat(folder.resolve("data").resolve("model.reductor")).exists();
            assertThat(((NetworksPortObject)reader("model.reductor").run().out(0)).model().fingerprint())
                .isEqualTo(networks.model().fingerprint());
            assertThatThrownBy(() -> reader("../model.reductor").run()).isInstanceOf(KNIMEException.class)
                .hasMessageContaining("leads out of the workflow data area");
        } finally {
            NodeContext.removeLastContext();
        }
    }

    @Test
    void whatIsNoModelIsRefusedByName() throws Exception {
        final Path missing = folder.resolve("missing.reductor");
        assertThatThrownBy(() -> reader(missing.toString()).run()).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("missing.reductor").hasMessageContaining("does not exist");
        assertThatThrownBy(() -> reader(folder.toString()).run()).hasMessageContaining("is a folder");
        final Path text = Files.writeString(folder.resolve("table.csv"), "smiles,y\nC,1\n");
        assertThatThrownBy(() -> reader(text.toString()).run()).hasMessageContaining("table.csv")
            .hasMessageContaining("not a Reductor model");
        final Path damaged = folder.resolve("damaged.reductor");
        write(damaged.toString());
        final byte[] bytes = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> reader(damaged.toString()).run()).hasMessageContaining("damaged.reductor")
            .hasMessageContaining("damaged");
    }

    @Test
    void aPathIsNeeded() {
        assertThatThrownBy(() -> reader(" ")).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("no path");
    }
}
