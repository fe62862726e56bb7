/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import org.reductor.core.compute.BlockPass;
import org.reductor.core.compute.ForwardPass;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.objective.Heads;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Scores rows with an ensemble, one at a time or many. Features that no surviving weight reads are skipped. A row has
 * the same bits either way. Thread-safe: each call has scratch space of its own, which later calls use again. Nothing
 * of it stays with a thread, so a predictor takes no memory once nobody holds it.
 */
public final class Predictor {

    /** Rows that go through the output layer side by side. */
    private static final int BLOCK = 16;

    /** Share of the weights of the first layers that are not zero, below which {@link BlockPass} is faster. */
    private static final double FEW = 0.3;

    /** Rows from which on it is. */
    private static final int FEWEST_ROWS = BlockPass.ROWS / 4;

    private final Heads heads;
    private final int inputs;
    private final List<Inputs> selections;
    private final List<Scorer> members;
    /** For each network its layers without zeros; empty where too few weights are zero. */
    private final List<List<BlockPass.Layer>> layers;
    private final Activation hidden;
    private final Pool<Blocks> blocks = new Pool<>(Runtime.getRuntime().availableProcessors(), Blocks::new);
    private final Pool<Scratch> scratch = new Pool<>(Runtime.getRuntime().availableProcessors(), Scratch::new);

    /**
     * @param ensemble the networks; their weights are copied
     */
    public Predictor(final NetworkEnsemble ensemble) {
        heads = ensemble.heads();
        inputs = ensemble.inputs();
        // Rows are selected once for all networks that read the same inputs.
        final List<Mask> masks = ensemble.masks();
        selections = masks.stream().map(mask -> Inputs.of(mask.units(0), inputs)).toList();
        members = ensemble.members().stream().map(member -> new Scorer(indexOf(masks, member.mask()),
            NetworkPass.sharing(member.network()), member.heads())).toList();
        hidden = ensemble.hidden();
        layers = hasFew(ensemble) ? ensemble.members().stream().map(Predictor::layers).toList() : List.of();
    }

    private static boolean hasFew(final NetworkEnsemble ensemble) {
        long few = 0;
        long all = 0;
        for (final Network network : ensemble.networks()) {
            for (final float weight : network.kernel(0)) {
                few += weight != 0 ? 1 : 0;
            }
            all += network.kernel(0).length;
        }
        return few < FEW * all;
    }

    private static List<BlockPass.Layer> layers(final Member member) {
        final Network network = member.network();
        return IntStream.range(0, network.layers()).mapToObj(l -> BlockPass.Layer.of(network.kernel(l),
            network.bias(l), l == 0 ? member.mask().units(0) : IntStream.range(0, network.size(l)).toArray())).toList();
    }

    /** Masks are told apart by identity, as in {@link NetworkEnsemble#masks()}. */
    private static int indexOf(final List<Mask> masks, final Mask mask) {
        int index = 0;
        while (masks.get(index) != mask) {
            index++;
        }
        return index;
    }

    /**
     * One network.
     *
     * @param selection which of the selections of inputs it reads
     * @param passes makes passes over its weights
     * @param heads what its outputs are
     */
    private record Scorer(int selection, Supplier<ForwardPass> passes, Heads heads) {
    }

    /**
     * Inputs that a network reads.
     *
     * @param of for each feature the position among these inputs, or -1
     * @param all whether all features are read
     */
    private record Inputs(int[] of, boolean all) {

        private static Inputs of(final int[] surviving, final int features) {
            final int[] of = new int[features];
            Arrays.fill(of, -1);
            for (int i = 0; i < surviving.length; i++) {
                of[surviving[i]] = i;
            }
            return new Inputs(of, surviving.length == features);
        }
    }

    /** @return number of networks */
    public int members() {
        return members.size();
    }

    /** @return what the networks predict: the heads of the first, as others may see targets in other units */
    public Heads heads() {
        return heads;
    }

    /** @return number of predictions of a row: those of {@link Heads#predict} for each network */
    public int width() {
        return members.size() * heads.outputs();
    }

    /**
     * Scores one row.
     *
     * @param features indices of the features that are not zero, strictly ascending
     * @param values their values, or null if all are 1
     * @param predictions receives those of one network after the other, see {@link #width()}
     * @throws IllegalArgumentException if a feature is out of range
     */
    public void predict(final int[] features, final float[] values, final double[] predictions) {
        final Scratch s = scratch.take();
        try {
            s.grow(1);
            s.select(0, features, values, 0, features.length);
            s.score(1, predictions, 0);
        } finally {
            s.forgetRows();
            scratch.giveBack(s);
        }
    }

    /**
     * Scores rows of a matrix, which is faster than one at a time.
     *
     * @param features as many columns as the networks read features
     * @param from first row
     * @param to row after the last
     * @param predictions receives {@link #width()} predictions for each row, row by row
     * @throws IllegalArgumentException if the matrix has another number of columns
     */
    public void predict(final CsrMatrix features, final int from, final int to, final double[] predictions) {
        if (features.columns() != inputs) {
            throw new IllegalArgumentException("The rows have " + features.columns()
                + " features, but the networks read "
                + inputs + ". Make the features as for the training.");
        }
        if (!layers.isEmpty() && to - from >= FEWEST_ROWS) {
            final Blocks b = blocks.take();
            for (int row = from; row < to; row += BlockPass.ROWS) {
                b.score(features, row, Math.min(BlockPass.ROWS, to - row), predictions, (row - from) * width());
            }
            blocks.giveBack(b);
            return;
        }
        final Scratch s = scratch.take();
        try {
            s.grow(Math.min(BLOCK, to - from));
            for (int row = from; row < to; row += BLOCK) {
                final int count = Math.min(BLOCK, to - row);
                for (int i = 0; i < count; i++) {
                    s.select(i, features.columnIndices(), features.values(), features.rowStart(row + i),
                        features.rowEnd(row + i));
                }
                s.score(count, predictions, (row - from) * width());
            }
        } finally {
            s.forgetRows();
            scratch.giveBack(s);
        }
    }

    /**
     * The ensemble's prediction from those of its members.
     *
     * @param predictions one a network
     * @return their mean
     */
    public static double mean(final double[] predictions) {
        double sum = 0;
        for (final double prediction : predictions) {
            sum += prediction;
        }
        return sum / predictions.length;
    }

    /**
     * How far the members of an ensemble disagree.
     *
     * @param predictions one a network
     * @return their sample standard deviation; NaN for a single network, which has nobody to disagree with
     */
    public static double spread(final double[] predictions) {
        if (predictions.length < 2) {
            return Double.NaN;
        }
        final double mean = mean(predictions);
        double sum = 0;
        for (final double prediction : predictions) {
            sum += (prediction - mean) * (prediction - mean);
        }
        return Math.sqrt(sum / (predictions.length - 1));
    }

    /** What one call needs that goes through networks of few weights. */
    private final class Blocks {

        private final BlockPass.Rows rows = new BlockPass.Rows(inputs);
        private final List<BlockPass> passes = layers.stream().map(all -> new BlockPass(hidden, all)).toList();
        private final float[] outputs = new float[heads.outputs()];

        private void score(final CsrMatrix features, final int from, final int count, final double[] predictions,
            final int offset) {
            rows.clear();
            for (int i = 0; i < count; i++) {
                rows.put(i, features.columnIndices(), features.values(), features.rowStart(from + i),
                    features.rowEnd(from + i));
            }
            for (int n = 0; n < passes.size(); n++) {
                final float[][] ofRows = passes.get(n).run(rows);
                for (int i = 0; i < count; i++) {
                    for (int output = 0; output < outputs.length; output++) {
                        outputs[output] = ofRows[output][i];
                    }
                    members.get(n).heads.predict(outputs, predictions,
                        offset + (i * passes.size() + n) * heads.outputs());
                }
            }
        }
    }

    /** What one call needs: for each row of a block the inputs of each selection, and for each network a pass. */
    private final class Scratch {

        private final Block[] blocks = new Block[selections.size()];
        private final ForwardPass[][] passes = new ForwardPass[members.size()][BLOCK];
        private int rows;

        private Scratch() {
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = new Block();
            }
        }

        /** Makes room; those who score single rows never need that of a block. */
        private void grow(final int count) {
            for (; rows < count; rows++) {
                for (int n = 0; n < passes.length; n++) {
                    passes[n][rows] = members.get(n).passes.get();
                }
                for (int i = 0; i < blocks.length; i++) {
                    if (!selections.get(i).all) {
                        blocks[i].ownInputs[rows] = new int[inputs];
                        blocks[i].ownValues[rows] = new float[inputs];
                    }
                }
            }
        }

        /** Lets go of the caller's arrays. */
        private void forgetRows() {
            for (final Block block : blocks) {
                Arrays.fill(block.inputs, null);
                Arrays.fill(block.values, null);
            }
        }

        private void select(final int row, final int[] features, final float[] values, final int from,
            final int to) {
            for (int p = from; p < to; p++) {
                if (features[p] < 0 || features[p] >= inputs) {
                    throw new IllegalArgumentException("The row has feature " + features[p]
                        + ", but the networks read the features 0 to " + (inputs - 1) + ".");
                }
            }
            for (int i = 0; i < blocks.length; i++) {
                blocks[i].select(selections.get(i), row, features, values, from, to);
            }
        }

        private void score(final int count, final double[] predictions, final int offset) {
            for (int n = 0; n < passes.length; n++) {
                final Block block = blocks[members.get(n).selection];
                for (int i = 0; i < count; i++) {
                    passes[n][i].gather(block.inputs[i], block.values[i], block.starts[i], block.ends[i]);
                    passes[n][i].hiddenLayers(null);
                }
                ForwardPass.outputLayer(passes[n], 0, count);
                for (int i = 0; i < count; i++) {
                    members.get(n).heads.predict(passes[n][i].outputs(), predictions,
                        offset + (i * passes.length + n) * heads.outputs());
                }
            }
        }
    }

    /** The rows of a block as those networks see them that read the same inputs. */
    private static final class Block {

        private final int[][] inputs = new int[BLOCK][];
        private final float[][] values = new float[BLOCK][];
        private final int[] starts = new int[BLOCK];
        private final int[] ends = new int[BLOCK];
        private final int[][] ownInputs = new int[BLOCK][];
        private final float[][] ownValues = new float[BLOCK][];

        /** Takes the surviving inputs of a row; the row itself, if all survive. */
        private void select(final Inputs selection, final int row, final int[] features, final float[] featureValues,
            final int from, final int to) {
            if (selection.all) {
                take(row, features, featureValues, from, to);
                return;
            }
            int count = 0;
            for (int p = from; p < to; p++) {
                final int input = selection.of[features[p]];
                if (input >= 0) {
                    ownInputs[row][count] = input;
                    if (featureValues != null) {
                        ownValues[row][count] = featureValues[p];
                    }
                    count++;
                }
            }
            take(row, ownInputs[row], featureValues == null ? null : ownValues[row], 0, count);
        }

        private void take(final int row, final int[] rowInputs, final float[] rowValues, final int from,
            final int to) {
            inputs[row] = rowInputs;
            values[row] = rowValues;
            starts[row] = from;
            ends[row] = to;
        }
    }
}
