/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import org.reductor.core.compute.Dropout;
import org.reductor.core.compute.ForwardPass;
import org.reductor.core.compute.RowKernel;
import org.reductor.core.compute.RowSums;
import org.reductor.core.compute.SteppedRows;
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
 *
 * <p>An epoch is run by a crew, often of one thread. Each member has some rows of the batch on the way forth and back,
 * and some features and units to step. No sum is split between members, so the bits are those of one thread.
 */
abstract class Epochs implements Engine.Training {

    /**
     * Weights that a member should have to read, add or step in a batch, so that waiting for the others costs it little:
     * some 50 microseconds.
     */
    private static final long WORK = 200_000;

    final CsrMatrix features;
    final UpdateRule rule;
    final WeightDecay decay;

    /** The first kernel, a row for each feature. */
    final SteppedRows first;

    /** For each row of the batch the derivative of the loss by the inputs of the first hidden layer. */
    final float[][] firstDeltas;

    private final TrainingTask task;
    private final Mask mask;
    private final RowKernel[] kernels;
    private final float[][] biases;
    private final MaskTiming maskTiming;
    private final LossSum loss;
    private final LossSum validation;
    private final BooleanSupplier cancelled;
    private final Helpers helpers;
    private final Pace pace = new Pace();

    /** How many threads are of use in a batch. */
    final int most;

    private final ForwardPass[] passes;
    private final UpperLayers upper;
    private final UpperLayers.Scratch[] scratch;
    private final Dropout dropout;

    /** For each row of the batch the derivative of the loss by the outputs. */
    private final float[][] outputDeltas;
    private int step;
    private double lossOfBatches;

    Epochs(final Network start, final CsrMatrix features, final Mask mask, final TrainingSettings settings,
        final TrainingTask task, final Helpers helpers, final BooleanSupplier cancelled) {
        this.features = features;
        this.task = task;
        this.mask = mask;
        this.cancelled = cancelled;
        this.helpers = helpers;
        loss = new LossSum(task.targets());
        validation = new LossSum(task.targets().with(task.targets().heads().stopping()));
        rule = settings.optimizer().rule();
        kernels = RowKernel.of(start.sizes(), start::kernel);
        final int layers = kernels.length;
        biases = IntStream.range(0, layers).mapToObj(l -> start.bias(l).clone()).toArray(float[][]::new);
        maskTiming = settings.maskTiming();
        final boolean always = maskTiming == MaskTiming.EVERY_STEP;
        first = stepped(kernels[0].rows(), always ? rows(mask.factors(0), start.size(1)) : null);
        final int batchSize = task.plan().batchSize();
        passes = new ForwardPass[batchSize];
        for (int i = 0; i < batchSize; i++) {
            passes[i] = new ForwardPass(start.hidden(), kernels, biases);
        }
        upper = new UpperLayers(start.hidden(), kernels, biases, l -> always ? mask.factors(l) : null, batchSize);
        decay = new WeightDecay(settings.optimizer().decayPerStep(), IntStream.range(0, layers)
            .mapToObj(l -> l == 0 ? first.weights() : upper.stepped(l)).toArray(float[][][]::new));
        firstDeltas = upper.firstDeltas();
        outputDeltas = upper.outputDeltas();
        dropout =
            settings.dropout() > 0 ? new Dropout(settings.dropout(), batchSize, start.sizes()) : null;
        most = (int)Math.max(1, Math.min(batchSize, work(start.sizes(), features, batchSize) / WORK));
        scratch = new UpperLayers.Scratch[most];
    }

    /** Weights that are looked at in a batch: about twice those of its features, and half of those above three times. */
    private static long work(final int[] sizes, final CsrMatrix features, final int batchSize) {
        long work = 3L * batchSize * features.columnIndices().length / features.rows() * sizes[1];
        for (int l = 1; l + 1 < sizes.length; l++) {
            work += 3L * batchSize * sizes[l] * sizes[l + 1] / 2;
        }
        return work;
    }

    private static float[][] rows(final float[] flat, final int width) {
        if (flat == null) {
            return null;
        }
        final float[][] rows = new float[flat.length / width][width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(flat, i * width, rows[i], 0, width);
        }
        return rows;
    }

    @Override
    public final double run(final int epoch) {
        final int[] order = task.plan().order(epoch);
        final int batchSize = passes.length;
        begin(order, batchSize, step + 1);
        lossOfBatches = 0;
        final long started = System.nanoTime();
        final int[] members = new int[1];
        helpers.together(pace.together() ? atMost(most) : 1, (member, crew) -> {
            if (member == 0) {
                members[0] = crew.members();
            }
            if (scratch[member] == null) {
                scratch[member] = upper.new Scratch();
            }
            catchUp(member, crew);
            crew.await();
            for (int from = 0; from < order.length; from += batchSize) {
                batch(epoch, order, from, Math.min(batchSize, order.length - from), member, crew);
            }
        });
        pace.took(members[0], System.nanoTime() - started);
        if (maskTiming == MaskTiming.EPOCH_END) {
            maskWeights();
        }
        final int batches = (order.length + batchSize - 1) / batchSize;
        return lossOfBatches / batches;
    }

    @Override
    public final double validationLoss() {
        final int[] rows = task.validation();
        validation.clear();
        final int useful = Math.min(atMost(most), Math.max(1, rows.length / passes.length));
        helpers.together(pace.together() ? useful : 1, (member, crew) -> {
            for (int from = 0; from < rows.length; from += passes.length) {
                final int count = Math.min(passes.length, rows.length - from);
                forward(rows, from, crew.share(member, count), crew.share(member + 1, count), null);
                crew.await();
                if (member == 0) {
                    add(validation, rows, from, count);
                }
                crew.await();
            }
        });
        return validation.value();
    }

    @Override
    public final void copyTo(final Network network) {
        for (int l = 0; l < kernels.length; l++) {
            kernels[l].write(network.kernel(l));
            System.arraycopy(biases[l], 0, network.bias(l), 0, biases[l].length);
        }
    }

    /** How the rows of the first kernel are stepped. */
    abstract SteppedRows stepped(float[][] rows, float[][] flags);

    /** How many threads the engine can use, of those that the work is enough for. */
    abstract int atMost(int members);

    /** Before the first batch of an epoch. */
    abstract void begin(int[] order, int batchSize, int firstStep);

    /** What each member does before the first batch of an epoch. */
    abstract void catchUp(int member, Crew crew);

    /** A member's share of the step of the first kernel for the batch {@code order[from .. from + count - 1]}. */
    abstract void updateFirstKernel(int[] order, int from, int count, int thisStep, int member, Crew crew);

    private void batch(final int epoch, final int[] order, final int from, final int count, final int member,
        final Crew crew) {
        if (member == 0 && cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        final int firstRow = crew.share(member, count);
        final int lastRow = crew.share(member + 1, count);
        if (dropout != null) {
            dropout.draw(firstRow, lastRow, i -> task.plan().seedOf(epoch, from + i));
        }
        forward(order, from, firstRow, lastRow, dropout);
        crew.await();
        if (member == 0) {
            loss.clear();
            add(loss, order, from, count);
            lossOfBatches += loss.value();
            for (int i = 0; i < count; i++) {
                loss.scale(outputDeltas[i]);
            }
            step++;
        }
        crew.await();
        upper.backward(passes, firstRow, lastRow, dropout, scratch[member]);
        crew.await();
        updateFirstKernel(order, from, count, step, member, crew);
        upper.step(passes, count, rule, rule.stepSize(step), decay, member, crew.members(), scratch[member]);
        crew.await();
    }

    private void forward(final int[] rows, final int from, final int firstRow, final int lastRow,
        final Dropout silence) {
        for (int i = firstRow; i < lastRow; i++) {
            final int row = rows[from + i];
            passes[i].gather(features.columnIndices(), features.values(), features.rowStart(row), features.rowEnd(row));
            passes[i].hiddenLayers(silence == null ? null : silence.factors(i));
        }
        ForwardPass.outputLayer(passes, firstRow, lastRow);
    }

    private void add(final LossSum sum, final int[] rows, final int from, final int count) {
        for (int i = 0; i < count; i++) {
            sum.add(rows[from + i], passes[i].outputs(), outputDeltas[i]);
        }
    }

    /** Sets weights that are not kept to zero. */
    private void maskWeights() {
        for (int l = 0; l < kernels.length; l++) {
            final float[] flags = mask.factors(l);
            if (flags != null && l > 0) {
                upper.mask(l, flags, decay);
            } else if (flags != null) {
                final float[][] ofFeatures = rows(flags, biases[0].length);
                for (int feature = 0; feature < ofFeatures.length; feature++) {
                    RowSums.multiply(first.weights()[feature], ofFeatures[feature]);
                    decay.mask(0, feature, ofFeatures[feature]);
                }
            }
        }
    }
}
