/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Limits;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.LossSum;
import org.reductor.core.train.Engine;
import org.reductor.core.train.MaskTiming;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * One network in training on DL4J. The loss is ours, because DL4J has no root mean squared error: its derivative by the
 * outputs is handed to DL4J's back-propagation, and the gradients to its updater. Weights that are not kept are set to
 * zero after each step, so they are zero whenever they are read.
 */
final class Dl4jTraining implements Engine.Training {

    private static final int MOST_ROWS_A_PASS = 256;

    private final MultiLayerNetwork network;

    /** Held here, because a network that is cleared forgets it with its moments. */
    private final Updater updater;
    private final CsrMatrix features;

    /** For each kernel 1 for a weight that is kept and 0 for another; null if all are. */
    private final INDArray[] keep;

    /** What weight decay takes of a weight in a step, before the gradient counts. */
    private final double share;

    /** For each kernel what is still to be added to its weights: a float has too few digits for a small share. */
    private final INDArray[] carries;

    private final LossSum loss;
    private final LossSum validation;
    private final int outputs;
    private final MaskTiming maskTiming;
    private final TrainingTask task;
    private final BooleanSupplier cancelled;
    private int step;

    Dl4jTraining(final MultiLayerNetwork network, final CsrMatrix features, final Mask mask,
        final TrainingSettings settings, final TrainingTask task, final BooleanSupplier cancelled) {
        this.network = network;
        updater = network.getUpdater();
        this.features = features;
        this.task = task;
        this.cancelled = cancelled;
        loss = new LossSum(task.targets());
        validation = new LossSum(task.targets().with(task.targets().heads().stopping()));
        outputs = task.targets().heads().outputs();
        maskTiming = settings.maskTiming();
        share = settings.optimizer().learningRate() * settings.optimizer().weightDecay();
        final int[] sizes = mask.sizes();
        keep = new INDArray[mask.layers()];
        carries = new INDArray[mask.layers()];
        for (int l = 0; l < keep.length; l++) {
            carries[l] = share == 0 ? null : Nd4j.create(new long[]{sizes[l], sizes[l + 1]}, 'f');
            final float[] flags = mask.factors(l);
            keep[l] = flags == null ? null
                : Nd4j.create(flags, new long[]{sizes[l], sizes[l + 1]}, 'c').dup('f');
        }
    }

    @Override
    public double run(final int epoch) {
        final int[] order = task.plan().order(epoch);
        final int batchSize = task.plan().batchSize();
        double sum = 0;
        int batches = 0;
        for (int from = 0; from < order.length; from += batchSize) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            sum += batch(order, from, Math.min(batchSize, order.length - from), epoch);
            batches++;
        }
        if (maskTiming == MaskTiming.EPOCH_END) {
            dropWeights();
        }
        return sum / batches;
    }

    private double batch(final int[] order, final int from, final int count, final int epoch) {
        try (INDArray inputs = dense(order, from, count)) {
            network.setInput(inputs);
            network.setInputMiniBatchSize(count);
            loss.clear();
            final float[][] derivatives =
                add(loss, network.feedForward(true, false).get(network.getnLayers()), order, from);
            final double value = loss.value();
            for (final float[] row : derivatives) {
                loss.scale(row);
            }
            final Gradient gradient;
            try (INDArray deltas = Nd4j.create(derivatives)) {
                gradient = network.backpropGradient(deltas, LayerWorkspaceMgr.noWorkspaces()).getFirst();
            }
            updater.update(network, gradient, step, epoch, count, LayerWorkspaceMgr.noWorkspaces());
            decay();
            network.params().subi(gradient.gradient());
            step++;
            if (maskTiming == MaskTiming.EVERY_STEP) {
                dropWeights();
            }
            return value;
        } finally {
            network.clear();
        }
    }

    /**
     * Not left to DL4J, whose own decay (1.0.0-M2.1) takes twice as much as it is told. What rounding gives back is
     * carried to the next step (Kahan 1965).
     */
    private void decay() {
        for (int l = 0; l < keep.length && share > 0; l++) {
            final INDArray weights = network.getLayer(l).getParam("W");
            try (INDArray before = weights.dup(); INDArray taken = weights.mul(share)) {
                weights.addi(carries[l].subi(taken));
                carries[l].subi(before.rsubi(weights));
            }
        }
    }

    private void dropWeights() {
        for (int l = 0; l < keep.length; l++) {
            if (keep[l] != null) {
                network.getLayer(l).getParam("W").muli(keep[l]);
                if (carries[l] != null) {
                    carries[l].muli(keep[l]);
                }
            }
        }
    }

    @Override
    public double validationLoss() {
        final int[] rows = task.validation();
        validation.clear();
        final int rowsAPass = (int)Math.min(MOST_ROWS_A_PASS, Limits.WEIGHTS / Math.max(1, features.columns()));
        for (int from = 0; from < rows.length; from += rowsAPass) {
            try (INDArray inputs = dense(rows, from, Math.min(rowsAPass, rows.length - from));
                INDArray predicted = network.output(inputs, false)) {
                add(validation, predicted, rows, from);
            }
        }
        return validation.value();
    }

    @Override
    public void copyTo(final Network target) {
        MultiLayerNetworks.copy(network, target);
    }

    /** Adds rows to a loss; returns the derivatives of their own losses by the outputs. */
    private float[][] add(final LossSum sum, final INDArray predicted, final int[] rows, final int from) {
        final float[] flat = Nd4j.toFlattened('c', predicted).toFloatVector();
        final float[][] derivatives = new float[flat.length / outputs][outputs];
        for (int i = 0; i < derivatives.length; i++) {
            sum.add(rows[from + i], Arrays.copyOfRange(flat, i * outputs, (i + 1) * outputs), derivatives[i]);
        }
        return derivatives;
    }

    private INDArray dense(final int[] rows, final int from, final int count) {
        final int width = features.columns();
        // The engine has refused batches that no array holds.
        final float[] values = new float[count * width];
        for (int i = 0; i < count; i++) {
            final int row = rows[from + i];
            for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
                values[i * width + features.columnIndices()[p]] = features.binary() ? 1f : features.values()[p];
            }
        }
        return Nd4j.create(values, new long[]{count, width}, 'c');
    }
}
