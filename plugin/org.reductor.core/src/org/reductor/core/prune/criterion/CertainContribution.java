/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

import org.reductor.core.network.Network;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a weight is sure to contribute to the outputs: max(|w| - se, 0) times how strongly its input speaks times the
 * gain of the unit that it leads to. The smallest goes first.
 *
 * <p>The standard error se of a weight comes from the perturbed networks. Their targets differ from the control's by
 * noise of known size, so the root mean square of w_pert - w_ctrl is the standard error that such noise would cause,
 * and times the ratio of the network's own error to the noise it is the one that it has. |w| - se is the lower end of
 * the interval of one standard error; the published deviation |w_pert - w_ctrl| / |w_pert| is, up to a factor, the
 * inverse of Wald's statistic |w| / se of the same weight (Wald 1943), which says how sure a weight differs from zero
 * but not how much depends on it. Weights within one standard error of zero go first, the smaller contribution before
 * the larger.
 *
 * <p>A hidden unit speaks with the root mean square of what it gives. Of a feature that is the contribution to the mean
 * of the known rows, while a molecule that has a rare feature gets the whole weight: the root of the root mean square
 * stands between the two.
 *
 * <p>The gain of an output is 1; that of a hidden unit is the root of the sum, over the units above, of the squares of
 * weight and gain: how far its signal reaches, were the signals of units independent. Under relu half of them are
 * silent in a row, so between hidden layers half of the sum counts. With it, weights of different layers compare in
 * the same units, those of the outputs. Derivation and measurements: docs/criterion.md.
 */
final class CertainContribution implements ImportanceCriterion {

    /** Orders the weights of which nothing is sure, and hardly moves others. */
    private static final double TIE_BREAK = 1e-6;

    @Override
    public String id() {
        return "CERTAIN_CONTRIBUTION";
    }

    @Override
    public String label() {
        return "Certain contribution";
    }

    @Override
    public String description() {
        return "Weights go first whose contribution to the prediction is the least sure: the size of the weight less "
            + "its standard error, times how strongly its input speaks and how far it reaches. The standard error "
            + "comes from the perturbed networks, so one of them a fold is enough. Best of all over the development "
            + "sets beyond 80 % of the weights.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.PERTURBED_NETWORKS, Need.ACTIVATIONS);
    }

    @Override
    public double[][] score(final ScoringContext context) {
        final double[][] scores = context.emptyScores();
        for (int n = 0; n < context.controls().size(); n++) {
            final Network control = context.controls().get(n);
            double[] gain = new double[control.size(control.layers())];
            Arrays.fill(gain, 1);
            for (int l = control.layers() - 1; l >= 0; l--) {
                subtract(scores[l], context, n, l, gain);
                gain = gainBelow(control, l, gain);
            }
        }
        return scores;
    }

    private static void subtract(final double[] scores, final ScoringContext context, final int n, final int layer,
        final double[] gain) {
        final float[] kernel = context.controls().get(n).kernel(layer);
        final List<Network> perturbed = context.perturbed().get(n);
        final double[] speech = speech(context, n, layer);
        final double toOwnError = context.residualToNoise()[n];
        for (int i = 0, from = 0; from < speech.length; from++) {
            for (int to = 0; to < gain.length; to++, i++) {
                double squares = 0;
                for (final Network other : perturbed) {
                    final double difference = (double)other.kernel(layer)[i] - kernel[i];
                    squares += difference * difference;
                }
                final double size = Math.abs(kernel[i]);
                final double standardError = Math.sqrt(squares / perturbed.size()) * toOwnError;
                scores[i] -= (Math.max(size - standardError, 0) + TIE_BREAK * size) * speech[from] * gain[to];
            }
        }
    }

    /** How strongly each input of a layer speaks. */
    private static double[] speech(final ScoringContext context, final int n, final int layer) {
        final float[] rms = context.rms(n, layer);
        return IntStream.range(0, rms.length).mapToDouble(i -> layer == 0 ? Math.sqrt(rms[i]) : rms[i]).toArray();
    }

    /** The gain of the units that a kernel leaves. */
    private static double[] gainBelow(final Network network, final int layer, final double[] gain) {
        final float[] kernel = network.kernel(layer);
        final double[] squares = new double[network.size(layer)];
        for (int i = 0, from = 0; from < squares.length; from++) {
            for (int to = 0; to < gain.length; to++, i++) {
                final double reach = kernel[i] * gain[to];
                squares[from] += reach * reach;
            }
        }
        final double speaking = layer == network.layers() - 1 ? 1 : 0.5;
        return Arrays.stream(squares).map(square -> Math.sqrt(speaking * square)).toArray();
    }
}
