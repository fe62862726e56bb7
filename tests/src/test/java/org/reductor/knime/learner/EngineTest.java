/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Network;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.port.PerturbedNetworksPortObject;

/** Learners that let DL4J do the arithmetic. */
class EngineTest {

    private static BufferedDataTable table;

    @BeforeAll
    static void featurize() throws Exception {
        table = Tables.featurized(Tables.molecules(60));
    }

    static Stream<NodeFactory<?>> learners() {
        return Stream.of(new NetworkLearnerNodeFactory(), new ReductivePruningLearnerNodeFactory());
    }

    private static NodeRunner learner(final NodeFactory<?> factory, final String engine,
        final Consumer<NodeSettings> changes) throws Exception {
        return new NodeRunner(factory).guess(table).set(s -> {
            s.addString("engine", engine);
            s.addString("hiddenLayers", "8");
            s.addInt("folds", 2);
            s.addInt("batchSize", 8);
            s.addInt("maxEpochs", 3);
            if (s.containsKey("rounds")) {
                s.addInt("rounds", 1);
            }
            changes.accept(s);
        });
    }

    private static NetworksPortObject networks(final NodeRunner node) {
        return (NetworksPortObject)node.out(0);
    }

    private static float[] weights(final Network network) {
        return network.kernel(0);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void provenanceNamesTheEngine(final NodeFactory<?> factory) throws Exception {
        final NetworkModel dl4j = networks(learner(factory, "DL4J", s -> { }).run(table)).model();
        assertThat(dl4j.provenance().settings()).containsEntry("engine", "DL4J");
        final NetworkModel own = networks(learner(factory, "REDUCTOR", s -> { }).run(table)).model();
        assertThat(own.provenance().settings()).containsEntry("engine", "REDUCTOR");
    }

    /** Equal bits would mean that the choice of the engine had no effect. */
    @Test
    void enginesAgreeUpToRoundingOnly() throws Exception {
        final NodeRunner dl4j = learner(new NetworkLearnerNodeFactory(), "DL4J", s -> { }).run(table);
        final NodeRunner own = learner(new NetworkLearnerNodeFactory(), "REDUCTOR", s -> { }).run(table);
        for (int n = 0; n < 2; n++) {
            final float[] theirs = weights(networks(dl4j).model().networks().network(n));
            final float[] ours = weights(networks(own).model().networks().network(n));
            assertThat(theirs).isNotEqualTo(ours).containsExactly(ours, within(1e-4f));
        }
    }

    @Test
    void perturbedNetworksAreTrainedAsTheirControlsWere() throws Exception {
        final NodeRunner dl4j = learner(new NetworkLearnerNodeFactory(), "DL4J", s -> { }).run(table);
        final NodeRunner own = learner(new NetworkLearnerNodeFactory(), "REDUCTOR", s -> { }).run(table);
        assertThat(networks(dl4j).state().orElseThrow().settings().training().engine()).hasToString("DL4J");
        final List<Network> theirs = perturbed(dl4j);
        final List<Network> ours = perturbed(own);
        for (int n = 0; n < ours.size(); n++) {
            assertThat(weights(theirs.get(n))).isNotEqualTo(weights(ours.get(n)))
                .containsExactly(weights(ours.get(n)), within(1e-4f));
        }
    }

    private static List<Network> perturbed(final NodeRunner controls) throws Exception {
        final var copies = (PerturbedNetworksPortObject)new NodeRunner(new PerturbedNetworkLearnerNodeFactory())
            .run(controls.out(0), table).out(0);
        return copies.content().training().folds().stream().flatMap(fold -> fold.networks().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void whatTheEngineDoesNotKnowIsTheNodesError(final NodeFactory<?> factory) throws Exception {
        final NodeRunner dropout = learner(factory, "DL4J", s -> s.addDouble("dropout", 0.2));
        assertThatThrownBy(() -> dropout.run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("dropout is 0.2");
        final NodeRunner momentum = learner(factory, "DL4J", s -> s.addString("optimizer", "SGD"));
        assertThatThrownBy(() -> momentum.run(table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("momentum is 0.9");
    }

    @ParameterizedTest
    @MethodSource("learners")
    void trainingCanBeCancelled(final NodeFactory<?> factory) throws Exception {
        final NodeRunner node = learner(factory, "DL4J", s -> {
            s.addInt("maxEpochs", 1_000_000);
            s.addInt("patience", 1_000_000);
        });
        final boolean[] begun = new boolean[1];
        final ExecutionContext context = new ExecutionContext(new EmbeddedProgress() {
            @Override
            public void progress(final double fraction, final String message) {
                begun[0] = true;
            }

            @Override
            public boolean isCanceled() {
                return begun[0];
            }
        });
        assertThatThrownBy(() -> node.run(context, table)).isInstanceOf(CanceledExecutionException.class);
    }
}
