/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortUtil;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.model.ModelFormatException;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.TinyModel;

class NetworksPortObjectTest {

    private static final ExecutionMonitor EXEC = NodeRunner.context();

    private static byte[] save(final NetworksPortObject object) throws Exception {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectZipOutputStream(bytes)) {
            new NetworksPortObject.Serializer().savePortObject(object, zip, EXEC);
        }
        return bytes.toByteArray();
    }

    private static NetworksPortObject load(final byte[] bytes) throws Exception {
        try (var zip = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes))) {
            return new NetworksPortObject.Serializer().loadPortObject(zip, null, EXEC);
        }
    }

    private static byte[] entry(final String name, final byte[] content) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void networksSurviveSavingWithTheWorkflow() throws Exception {
        final var object = new NetworksPortObject(TinyModel.create());
        final NetworksPortObject loaded = load(save(object));

        assertThat(loaded.model().fingerprint()).isEqualTo(object.model().fingerprint());
        assertThat(loaded.model().provenance()).isEqualTo(object.model().provenance());
        assertThat(loaded.getSpec()).isEqualTo(object.getSpec()).hasSameHashCodeAs(object.getSpec());
        assertThat(save(loaded)).isEqualTo(save(object));
    }

    @Test
    void damagedNetworksAreRefused() throws Exception {
        assertThatThrownBy(() -> load(entry("other", new byte[3]))).isInstanceOf(IOException.class)
            .hasMessageContaining("networks.reductor");
        assertThatThrownBy(() -> load(entry("networks.reductor", new byte[100])))
            .isInstanceOf(ModelFormatException.class);
    }

    @Test
    void specSurvivesSavingWithTheWorkflow() throws Exception {
        final NetworksPortObjectSpec tiny = new NetworksPortObject(TinyModel.create()).getSpec();
        assertSurvives(tiny);
        final List<Task> tasks =
            List.of(Task.classes("toxic", List.of("no", "yes")), new Task("logP", "log units", List.of()));
        for (final FeatureRecipe recipe : Arrays.asList(tiny.recipe().orElseThrow(), null)) {
            assertSurvives(
                new NetworksPortObjectSpec(recipe, tasks, 5, "some", NetworksPortObjectSpec.Stage.TRAINED));
        }
    }

    private static void assertSurvives(final NetworksPortObjectSpec spec) throws Exception {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            new NetworksPortObjectSpec.Serializer().savePortObjectSpec(spec, zip);
        }
        try (var zip = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(new NetworksPortObjectSpec.Serializer().loadPortObjectSpec(zip)).isEqualTo(spec);
        }
    }

    @Test
    void damagedSpecsAreRefused() throws Exception {
        for (final byte[] bytes : new byte[][]{entry("other", new byte[1]), entry("networks-spec.json", "{".getBytes()),
            entry("networks-spec.json", "{}".getBytes())}) {
            try (var zip = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes))) {
                assertThatThrownBy(() -> new NetworksPortObjectSpec.Serializer().loadPortObjectSpec(zip))
                    .isInstanceOf(IOException.class).hasMessageContaining("is damaged");
            }
        }
    }

    @Test
    void summarySaysWhatTheNetworksAre() {
        assertThat(new NetworksPortObject(TinyModel.create()).getSummary()).isEqualTo("2 networks for 'activity': 32 "
            + "inputs, 4 hidden units, 1 output; 132 of 132 weights each (0.0 % dropped); features: morgan of 'smiles' "
            + "(32 bits, radius 2)");
        assertThat(ModelText.architecture(2048, 512, 128, 1))
            .isEqualTo("2,048 inputs, 512 and 128 hidden units, 1 output");
    }
}
