/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.reductor.core.prune.RunMonitor;
import org.reductor.knime.explainer.FeatureExplainerNodeFactory;
import org.reductor.knime.explainer.MoleculeExplainerNodeFactory;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.learner.NetworkLearnerNodeFactory;
import org.reductor.knime.learner.PerturbedNetworkLearnerNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.port.NetworksPortObject;
import org.reductor.knime.predictor.NetworkPredictorNodeFactory;
import org.reductor.knime.pruner.NetworkPrunerNodeFactory;
import org.reductor.knime.scorer.DeviationScorerNodeFactory;
import org.reductor.knime.verify.Verification;
import org.reductor.runner.nodes.csv.CsvTables;

/**
 * How long the nodes and the check of a model go on after they were cancelled, on a table with the columns smiles and
 * activity and the product's defaults. The script releng/reliability/cancel starts it.
 */
final class CancelTimes {

    private CancelTimes() {
    }

    @FunctionalInterface
    private interface Task {
        void run(ExecutionContext exec) throws Exception;
    }

    /** Is cancelled a while after it was made. */
    private static final class Alarm implements EmbeddedProgress {

        private final long at;

        Alarm(final long nanoseconds) {
            at = System.nanoTime() + nanoseconds;
        }

        @Override
        public void progress(final double fraction, final String message) {
            // nobody looks
        }

        @Override
        public boolean isCanceled() {
            return System.nanoTime() - at >= 0;
        }
    }

    /** @param args the table as CSV, how often each task is cancelled, and how many rounds the learner has */
    public static void main(final String[] args) throws Exception {
        final BufferedDataTable table = CsvTables.read(Path.of(args[0]), NodeRunner.context());
        final int times = Integer.parseInt(args[1]);
        final int rounds = Integer.parseInt(args[2]);
        final Random random = new Random(17);
        for (final Map.Entry<String, Task> task : tasks(table, rounds).entrySet()) {
            final long begin = System.nanoTime();
            task.getValue().run(NodeRunner.context());
            final long whole = System.nanoTime() - begin;
            final double[] late = new double[times];
            int cancelled = 0;
            for (int i = 0; i < times; i++) {
                final Alarm alarm = new Alarm((long)(whole * random.nextDouble()));
                try {
                    task.getValue().run(new ExecutionContext(alarm));
                } catch (final CanceledExecutionException e) {
                    late[cancelled++] = Math.max(0, System.nanoTime() - alarm.at) / 1e9;
                }
            }
            final double[] sorted = Arrays.stream(late, 0, cancelled).sorted().toArray();
            System.out.printf("%-28s %7.2f s whole; cancelled %d of %d times, ended after %.3f s in the middle and "
                + "%.3f s at most%n", task.getKey(), whole / 1e9, cancelled, times,
                cancelled == 0 ? Double.NaN : sorted[cancelled / 2], cancelled == 0 ? Double.NaN
                    : sorted[cancelled - 1]);
        }
    }

    private static Map<String, Task> tasks(final BufferedDataTable table, final int rounds) throws Exception {
        final NodeRunner featurizer = new NodeRunner(new MoleculeFeaturizerNodeFactory())
            .set(s -> s.addString("moleculeColumn", "smiles"));
        final BufferedDataTable features = featurizer.run(table).table(0);
        final NodeRunner learner = new NodeRunner(new ReductivePruningLearnerNodeFactory())
            .guess(features, null, null).set(s -> {
                s.addString("targetColumn", "activity");
                s.addInt("rounds", rounds);
            });
        final NodeRunner first = new NodeRunner(new NetworkLearnerNodeFactory()).guess(features)
            .set(s -> s.addString("targetColumn", "activity"));
        final PortObject networks = first.run(features).out(0);
        final NodeRunner copies = new NodeRunner(new PerturbedNetworkLearnerNodeFactory());
        final PortObject perturbed = copies.run(networks, features).out(0);
        final NodeRunner scorer = new NodeRunner(new DeviationScorerNodeFactory());
        final PortObject scores = scorer.run(networks, perturbed).out(0);
        final NodeRunner pruner = new NodeRunner(new NetworkPrunerNodeFactory());
        final NodeRunner predictor = new NodeRunner(new NetworkPredictorNodeFactory());
        final NodeRunner ofFeatures = new NodeRunner(new FeatureExplainerNodeFactory());
        final NodeRunner ofMolecules = new NodeRunner(new MoleculeExplainerNodeFactory());
        final PortObject pruned = learner.run(features, null, null).out(0);
        final Map<String, Task> tasks = new LinkedHashMap<>();
        tasks.put("Molecule Featurizer", exec -> featurizer.run(exec, table));
        tasks.put("Reductive Pruning Learner", exec -> learner.run(exec, features, null, null));
        tasks.put("Network Learner", exec -> first.run(exec, features));
        tasks.put("Perturbed Network Learner", exec -> copies.run(exec, networks, features));
        tasks.put("Deviation Scorer", exec -> scorer.run(exec, networks, perturbed));
        tasks.put("Network Pruner", exec -> pruner.run(exec, networks, scores));
        tasks.put("Network Predictor", exec -> predictor.run(exec, networks, features));
        tasks.put("Network Predictor, molecules", exec -> predictor.run(exec, networks, table));
        tasks.put("Feature Explainer", exec -> ofFeatures.run(exec, pruned, table));
        tasks.put("Molecule Explainer", exec -> ofMolecules.run(exec, pruned, table));
        tasks.put("verify", exec -> Verification.of(((NetworksPortObject)pruned).model(), table, null, 0,
            new RunMonitor() {
                @Override
                public void progress(final double fraction, final String message) {
                    // nobody looks
                }

                @Override
                public boolean isCancelled() {
                    try {
                        exec.checkCanceled();
                        return false;
                    } catch (final CanceledExecutionException e) {
                        return true;
                    }
                }
            }, exec));
        return tasks;
    }
}
