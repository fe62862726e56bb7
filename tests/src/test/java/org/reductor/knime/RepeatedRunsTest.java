/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.ObjectName;

import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.predictor.NetworkPredictorNodeFactory;

/** KNIME is one process for many runs, and its threads outlive each of them. */
class RepeatedRunsTest {

    private static final int RUNS = 20;

    /**
     * A network has 132,000 bytes of weights, so a single one left by each run would be more than twice as much. The
     * rest are RDKit's objects that wait for their finalizers, and classes that Java makes once a method is hot.
     */
    private static final long ALLOWED_BYTES = 1_000_000;

    @Test
    void memoryAfterTheTwentiethRunIsThatAfterTheSecond() throws Exception {
        long afterTwo = 0;
        for (int run = 1; run <= RUNS; run++) {
            learnAndPredict();
            if (run == 2) {
                afterTwo = reachableBytes();
            }
        }
        assertThat(reachableBytes()).isLessThan(afterTwo + ALLOWED_BYTES);
    }

    private static void learnAndPredict() throws Exception {
        final BufferedDataTable molecules = Tables.molecules(40);
        final BufferedDataTable table = Tables.featurized(molecules);
        final NodeRunner learner = new NodeRunner(new ReductivePruningLearnerNodeFactory()).guess(table, null);
        learner.set(s -> {
            s.addString("hiddenLayers", "256");
            s.addInt("folds", 3);
            s.addInt("rounds", 2);
            s.addInt("batchSize", 8);
            s.addInt("maxEpochs", 2);
        }).run(table, null);
        final NodeRunner predictor = new NodeRunner(new NetworkPredictorNodeFactory()).run(learner.out(0), molecules);
        assertThat(predictor.table(0).size()).isEqualTo(40);
    }

    /** What is left after a full collection, counted object by object. */
    private static long reachableBytes() throws JMException {
        final String histogram = (String)ManagementFactory.getPlatformMBeanServer().invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram", new Object[]{null},
            new String[]{String[].class.getName()});
        final String[] total = histogram.substring(histogram.lastIndexOf("Total")).strip().split("\\s+");
        return Long.parseLong(total[2]);
    }
}
