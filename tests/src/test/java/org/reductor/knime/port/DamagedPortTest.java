/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortUtil;
import org.reductor.damage.Damage;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.learner.NetworkLearnerNodeFactory;
import org.reductor.knime.learner.PerturbedNetworkLearnerNodeFactory;
import org.reductor.knime.scorer.DeviationScorerNodeFactory;
import org.reductor.knime.view.ShownNodes;

/** Ports and their specs as KNIME saves them with a workflow, damaged: refused with a message, or read. */
class DamagedPortTest {

    private static final ExecutionContext EXEC = NodeRunner.context();

    private static PortObject networks;

    private static PortObject perturbed;

    private static PortObject deviations;

    @BeforeAll
    static void runNodes() throws Exception {
        final BufferedDataTable features = ShownNodes.featurized(ShownNodes.numbers(40));
        networks = new NodeRunner(new NetworkLearnerNodeFactory()).guess(features).set(s -> {
            ShownNodes.quick(s);
            s.addInt("maxEpochs", 3);
        }).run(features).out(0);
        perturbed = new NodeRunner(new PerturbedNetworkLearnerNodeFactory()).run(networks, features).out(0);
        deviations = new NodeRunner(new DeviationScorerNodeFactory()).run(networks, perturbed).out(0);
    }

    @FunctionalInterface
    private interface Reading {
        Object read(byte[] bytes) throws Exception;
    }

    private static void damage(final byte[] whole, final Reading reading) throws Exception {
        int refused = 0;
        for (int number = 0; number < Damage.TRIED; number++) {
            try {
                assertThat(reading.read(Damage.of(whole, number))).as("damage %d", number).isNotNull();
            } catch (final IOException e) {
                assertThat(e.getMessage()).as("damage %d", number).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static <P extends PortObject> void port(final P port, final PortObjectSerializer<P> serializer)
        throws Exception {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectZipOutputStream(bytes)) {
            serializer.savePortObject(port, zip, EXEC);
        }
        damage(bytes.toByteArray(), damaged -> {
            try (var zip = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(damaged))) {
                final P read = serializer.loadPortObject(zip, port.getSpec(), EXEC);
                assertThat(read.getSummary()).isEqualTo(port.getSummary()); // never as something else
                return read;
            }
        });
    }

    private static <S extends PortObjectSpec> void spec(final S spec, final PortObjectSpecSerializer<S> serializer)
        throws Exception {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            serializer.savePortObjectSpec(spec, zip);
        }
        damage(bytes.toByteArray(), damaged -> {
            try (var zip = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(damaged))) {
                return serializer.loadPortObjectSpec(zip);
            }
        });
    }

    @Test
    void networks() throws Exception {
        port((NetworksPortObject)networks, new NetworksPortObject.Serializer());
        spec((NetworksPortObjectSpec)networks.getSpec(), new NetworksPortObjectSpec.Serializer());
    }

    @Test
    void perturbedNetworks() throws Exception {
        port((PerturbedNetworksPortObject)perturbed, new PerturbedNetworksPortObject.Serializer());
        spec((PerturbedNetworksPortObjectSpec)perturbed.getSpec(), new PerturbedNetworksPortObjectSpec.Serializer());
    }

    @Test
    void deviations() throws Exception {
        port((DeviationsPortObject)deviations, new DeviationsPortObject.Serializer());
        spec((DeviationsPortObjectSpec)deviations.getSpec(), new DeviationsPortObjectSpec.Serializer());
    }
}
