/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.compute.Dropout;
import org.reductor.core.compute.ForwardPass;
import org.reductor.core.compute.RowKernel;
import org.reductor.core.compute.RowSums;
import org.reductor.core.compute.UpdateRule;
import org.reductor.core.compute.UpperLayers;
import org.reductor.core.compute.WeightDecay;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.objective.LossSum;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The state of one training and what both engines share: batches, forward and backward pass, the upper layers. After
 * each epoch all weights are up to date.
 */
abstract class Epochs implements Engine.Training {

    final CsrMatrix features;
    final UpdateRule rule;

    final WeightDecay decay;

    /** The first kernel, a row for each feature. */
    final RowKernel first;

    /** For each weight of {@link #first} 1 if its gradient counts and 0 if not; null if all count. */
    final float[][] factors;

    /** For each row of the batch the derivative of the loss by the inputs of the first hidden layer. */
    final float[][] firstDeltas;

    private final TrainingTask task;
    private final RowKernel[] kernels;
    private final float[][] biases;
    private final RowKernel[] masks;
    private final MaskTiming maskTiming;
    private final LossSum loss;
    private final LossSum validation;
    private final BooleanSupplier cancelled;
    private final ForwardPass[] passes;
    private final UpperLayers upper;
    private final Dropout dropout;

    /** For each row of the batch the derivative of the loss by the outputs. */
    private final float[][] outputDeltas;
    private int step;

    Epochs(final Network start, final RowKernel[] kernels, final CsrMatrix features, final Mask mask,
        final TrainingSettings settings, final TrainingTask task, final BooleanSupplier cancelled) {
        this.features = features;
        this.task = task;
        this.cancelled = cancelled;
        loss = new LossSum(task.targets());
        validation = new LossSum(task.targets().with(task.targets().heads().stopping()));
        rule = settings.optimizer().rule();
        decay = new WeightDecay(settings.optimizer().decayPerStep(), kernels);
        this.kernels = kernels;
        first = kernels[0];
        final int layers = kernels.length;
        biases = IntStream.range(0, layers).mapToObj(l -> start.bias(l).clone()).toArray(float[][]::new);
        masks = new RowKernel[layers];
        for (int l = 0; l < layers; l++) {
            final float[] flags = mask.factors(l);
            if (flags != null && !kernels[l].compact()) {
                masks[l] = kernels[l].zeros();
                masks[l].read(flags);
            }
        }
        maskTiming = settings.maskTiming();
        final boolean always = maskTiming == MaskTiming.EVERY_STEP;
        factors = always && masks[0] != null ? masks[0].rows() : null;
        final int batchSize = task.plan().batchSize();
        firstDeltas = new float[batchSize][start.size(1)];
        passes = new ForwardPass[batchSize];
        for (int i = 0; i < batchSize; i++) {
            passes[i] = new ForwardPass(start.hidden(), kernels, biases);
        }
        upper = new UpperLayers(start.hidden(), kernels, biases, always ? masks : new RowKernel[layers], batchSize);
        dropout =
            settings.dropout() > 0 ? new Dropout(settings.dropout(), batchSize, start.sizes()) : null;
        outputDeltas = new float[batchSize][task.targets().heads().outputs()];
    }

    @Override
    public final double run(final int epoch) {
        final int[] order = task.plan().order(epoch);
        final int batchSize = passes.length;
        final int batches = (order.length + batchSize - 1) / batchSize;
        begin(order, batchSize, step + 1);
        double sum = 0;
        for (int from = 0; from < order.length; from += batchSize) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            sum += batch(epoch, order, from, Math.min(batchSize, order.length - from));
        }
        if (maskTiming == MaskTiming.EPOCH_END) {
            maskWeights();
        }
        return sum / batches;
    }

    @Override
    public final double validationLoss() {
        final int[] rows = task.validation();
        validation.clear();
        for (int from = 0; from < rows.length; from += passes.length) {
            final int count = Math.min(passes.length, rows.length - from);
            forward(rows, from, count, null);
            add(validation, rows, from, count);
        }
        return validation.value();
    }

    @Override
    public final void copyTo(final Network network) {
        for (int l = 0; l < kernels.length; l++) {
            kernels[l].write(network.kernel(l));
            System.arraycopy(biases[l], 0, network.bias(l), 0, biases[l].length);
        }
    }

    /** Before the first batch of an epoch. */
    abstract void begin(int[] order, int batchSize, int firstStep);

    /** The step of the first kernel for the batch {@code order[from .. from + count - 1]}. */
    abstract void updateFirstKernel(int[] order, int from, int count, int thisStep);

    private double batch(final int epoch, final int[] order, final int from, final int count) {
        if (dropout != null) {
            dropout.draw(count, i -> task.plan().seedOf(epoch, from + i));
        }
        forward(order, from, count, dropout);
        loss.clear();
        add(loss, order, from, count);
        final double value = loss.value();
        for (int i = 0; i < count; i++) {
            loss.scale(outputDeltas[i]);
        }
        upper.backward(passes, outputDeltas, count, dropout, firstDeltas);
        step++;
        updateFirstKernel(order, from, count, step);
        upper.step(rule, rule.stepSize(step), decay);
        return value;
    }

    private void forward(final int[] rows, final int from, final int count, final Dropout silence) {
        for (int i = 0; i < count; i++) {
            final int row = rows[from + i];
            passes[i].gather(features.columnIndices(), features.values(), features.rowStart(row), features.rowEnd(row));
            passes[i].hiddenLayers(silence == null ? null : silence.factors(i));
        }
        ForwardPass.outputLayer(passes, count);
    }

    private void add(final LossSum sum, final int[] rows, final int from, final int count) {
        for (int i = 0; i < count; i++) {
            sum.add(rows[from + i], passes[i].outputs(), outputDeltas[i]);
        }
    }

    /** Sets weights that are not kept to zero. */
    private void maskWeights() {
        for (int l = 0; l < kernels.length; l++) {
            for (int row = 0; masks[l] != null && row < kernels[l].rows().length; row++) {
                RowSums.multiply(kernels[l].rows()[row], masks[l].rows()[row]);
                decay.mask(l, row, masks[l].rows()[row]);
            }
        }
    }
}
