/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.explain;

import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Targets;
import org.reductor.core.network.NetworkEnsemble;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Judged;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Explains the predictions of networks for rows, one at a time. Any number of threads may ask. */
public final class RowExplainer {

    private final NetworkEnsemble networks;
    private final ExplainedOutput output;
    private final int[] everyNetwork;

    /** For each feature whether any network reads it. */
    private final boolean[] read;

    /** What threads have used before. */
    private final Queue<SwitchedNetwork[]> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param networks the networks; later changes of them may or may not be seen
     * @param output what is explained
     */
    public RowExplainer(final NetworkEnsemble networks, final ExplainedOutput output) {
        this.networks = networks;
        this.output = output;
        everyNetwork = IntStream.range(0, networks.size()).toArray();
        read = new boolean[networks.inputs()];
        IntStream.of(networks.inputsRead()).forEach(feature -> read[feature] = true);
    }

    /** @return what is explained */
    public ExplainedOutput output() {
        return output;
    }

    /**
     * @param row features of a row
     * @param together features of which only is told what they contribute together, as if they were one
     * @return what its features contribute to the mean prediction of all networks
     */
    public RowContributions contributions(final SparseRow row, final IntPredicate together) {
        final SwitchedNetwork[] switched = take();
        try {
            final double[] sums = new double[row.size()];
            final List<double[]> outputs = run(switched, everyNetwork, row);
            final int category = output.category(networks, outputs);
            final boolean any = Arrays.stream(row.columns()).anyMatch(together);
            double value = 0;
            double of = 0;
            for (final int n : everyNetwork) {
                final double own = output.value(networks.members().get(n), outputs.get(n), category);
                value += own;
                of += any ? own - output.value(networks.members().get(n), switched[n].without(together), category) : 0;
                for (int p = 0; p < sums.length; p++) {
                    if (switched[n].reads(p)) {
                        sums[p] +=
                            own - output.value(networks.members().get(n), switched[n].without(p), category);
                    }
                }
            }
            final int[] positions =
                IntStream.range(0, sums.length).filter(p -> read[row.columns()[p]]).toArray();
            return new RowContributions(category, value / networks.size(),
                Arrays.stream(positions).map(p -> row.columns()[p]).toArray(),
                Arrays.stream(positions).mapToDouble(p -> sums[p] / networks.size()).toArray(), of / networks.size());
        } finally {
            idle.offer(switched);
        }
    }

    /**
     * @param row features of a row
     * @param judged the networks that have not seen it, whose mean prediction is looked at; null for all
     * @param targets what is true, and in which of its rows; null if that is not known
     * @param index number of the row there
     * @return how far the networks rely on each of its features
     */
    public RowReliance reliance(final SparseRow row, final int[] judged, final Targets targets, final int index) {
        final int[] members = judged == null ? everyNetwork : judged;
        final SwitchedNetwork[] switched = take();
        try {
            final List<double[]> outputs = run(switched, members, row);
            final int category = output.category(networks, outputs);
            final int[] positions =
                IntStream.range(0, row.size()).filter(p -> read[row.columns()[p]]).toArray();
            final double[] effects = new double[positions.length];
            final boolean present = targets != null && targets.present(index, output.task());
            final Head head = networks.heads().get(output.task());
            final double[] predictions = new double[(positions.length + 1) * head.outputs()];
            for (int m = 0; m < members.length; m++) {
                final int n = members[m];
                final double own = output.value(networks.members().get(n), outputs.get(m), category);
                addPrediction(n, outputs.get(m), predictions, 0, members.length);
                for (int i = 0; i < positions.length; i++) {
                    final double[] without =
                        switched[n].reads(positions[i]) ? switched[n].without(positions[i]) : outputs.get(m);
                    effects[i] += (own - output.value(networks.members().get(n), without, category)) / members.length;
                    addPrediction(n, without, predictions, i + 1, members.length);
                }
            }
            final int[] features = Arrays.stream(positions).map(p -> row.columns()[p]).toArray();
            if (!present) {
                return new RowReliance(features, effects, 0, Double.NaN, null);
            }
            final int[] same = new int[positions.length + 1];
            Arrays.fill(same, index);
            final double[] losses =
                head.objective().metric().losses(new Judged(targets, output.task(), same, predictions));
            return new RowReliance(features, effects, targets.weight(index), losses[0],
                Arrays.stream(losses, 1, losses.length).map(loss -> loss - losses[0]).toArray());
        } finally {
            idle.offer(switched);
        }
    }

    private void addPrediction(final int network, final double[] outputs, final double[] predictions, final int at,
        final int networksCounted) {
        final var heads = networks.members().get(network).heads();
        final double[] all = new double[heads.outputs()];
        heads.predict(ExplainedOutput.floats(outputs), all, 0);
        final int width = heads.get(output.task()).outputs();
        for (int i = 0; i < width; i++) {
            predictions[at * width + i] += all[heads.start(output.task()) + i] / networksCounted;
        }
    }

    private SwitchedNetwork[] take() {
        final SwitchedNetwork[] used = idle.poll();
        return used != null ? used
            : networks.members().stream().map(SwitchedNetwork::new).toArray(SwitchedNetwork[]::new);
    }

    private static List<double[]> run(final SwitchedNetwork[] switched, final int[] members, final SparseRow row) {
        final List<double[]> outputs = new ArrayList<>();
        for (final int n : members) {
            switched[n].set(row);
            outputs.add(switched[n].outputs().clone());
        }
        return outputs;
    }
}
