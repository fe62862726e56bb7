/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How large data, networks and their files may be: the one set of numbers. They are checked before networks are
 * trained, before they are written, and before memory is taken for what a file says, so that what can be trained can be
 * written and what is written can be read. Every message names the number, where it comes from and what to do.
 */
public final class Limits {

    /** Features of a row. A predictor keeps some hundred bytes for each. */
    public static final int FEATURES = 2_000_000;

    /** Inputs, hidden layers and outputs of a network. */
    public static final int LEVELS = 64;

    /** Weights of one network: eight bytes for each, as scores need, still fit into one array of Java. */
    public static final long WEIGHTS = 250_000_000;

    /** Layers of all networks of a file together: each has two arrays there, which {@link #JSON_BYTES} must list. */
    public static final int LAYERS = 10_000;

    /** Pruning rounds of a run. */
    public static final int ROUNDS = 5_000;

    /** Rows to learn from or to judge by; eight bytes for each still fit into one array. */
    public static final int ROWS = 100_000_000;

    /** The JSON entry of a file. */
    public static final int JSON_BYTES = 16 << 20;

    /** A feature recipe, or the settings in a provenance: parts of {@link #JSON_BYTES}. */
    public static final int TEXT_BYTES = 4 << 20;

    /** A file of other software, packed or unpacked, unless the user says otherwise: all weights as floats. */
    public static final long FOREIGN_BYTES = WEIGHTS * Float.BYTES;

    /**
     * Magnitude of a feature. Networks compute with floats, and optimisers with squares of gradients, to which a
     * feature is a factor: the squares of {@link #ROWS} such numbers still add up to a float.
     */
    public static final double LARGEST_FEATURE = 1e15;

    /**
     * Magnitude of a target. The float that a network sees of it, in whatever units, stays finite, and so do squared
     * errors, which are doubles, over any number of rows.
     */
    public static final double LARGEST_TARGET = 1e30;

    /** Weight of a row, as a table gives it: beyond it single precision loses the other rows. */
    public static final double LARGEST_WEIGHT = 1e6;

    /** Standard deviation of targets: the squares of much smaller errors would vanish. */
    public static final double LEAST_DEVIATION = 1e-100;

    /** What is packed in a foreign file may take so many bytes, however small the file. */
    private static final long UNPACKED_BYTES = 256L << 20;

    /** Above that, it may be so many times as large as it is packed; weights hardly pack at all. */
    private static final long UNPACKED_RATIO = 100;

    private Limits() {
    }

    /**
     * @param sizes number of inputs, of units in each hidden layer, and of outputs of a network before any pruning
     * @throws IllegalArgumentException if such a network cannot be trained, written and read
     */
    public static void requireNetwork(final int[] sizes) {
        requireSizes(sizes, 1);
    }

    /**
     * @param sizes number of inputs, hidden units and outputs that remain of a network, where a level may be empty
     * @throws IllegalArgumentException if such a network cannot be trained, written and read
     */
    public static void requireRemains(final int[] sizes) {
        requireSizes(sizes, 0);
    }

    private static void requireSizes(final int[] sizes, final int least) {
        if (sizes.length < 2 || sizes.length > LEVELS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "A network has from 2 to %d levels (inputs, "
                + "hidden layers, outputs), but %,d are asked for. Use fewer hidden layers.", LEVELS, sizes.length));
        }
        if (Arrays.stream(sizes).anyMatch(size -> size < least)) {
            throw new IllegalArgumentException("A network of " + text(sizes) + " units cannot be: each level needs at "
                + "least " + least + ".");
        }
        requireFeatures(sizes[0]);
        if (weights(sizes) > WEIGHTS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "A network of %s units has %,d weights, and "
                + "at most %,d can be trained, written and read. Use fewer features or fewer hidden units.",
                text(sizes), weights(sizes), WEIGHTS));
        }
    }

    /**
     * @param features number of features of a row
     * @throws IllegalArgumentException if that is too many
     */
    public static void requireFeatures(final long features) {
        if (features > FEATURES) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "There are %,d features, and networks read "
                + "at most %,d. Use shorter fingerprints, or fewer columns or categories.", features, FEATURES));
        }
    }

    /**
     * @param rows number of rows
     * @throws IllegalArgumentException if that is too many
     */
    public static void requireRows(final long rows) {
        if (rows > ROWS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                "There are %,d rows, and at most %,d can be learned from or judged by. Use a sample.", rows, ROWS));
        }
    }

    /**
     * @param rounds number of pruning rounds, round 0 not counted
     * @throws IllegalArgumentException if that is too many
     */
    public static void requireRounds(final int rounds) {
        if (rounds > ROUNDS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "There are %,d pruning rounds, and at most "
                + "%,d can be recorded. Use fewer, with a higher drop rate.", rounds, ROUNDS));
        }
    }

    /**
     * @param sizes sizes of each network
     * @param networks how many of them a file would hold
     * @throws IllegalArgumentException if such a file could not be read, or Java could not hold the networks
     */
    public static void requireFile(final int[] sizes, final long networks) {
        requireRemains(sizes);
        if (networks < 1 || networks > LAYERS / (sizes.length - 1)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "There are %,d networks of %d layers, and a "
                + "file holds from 1 to %,d of them. Use fewer folds or perturbed networks.", networks,
                sizes.length - 1, LAYERS / (sizes.length - 1)));
        }
        requireHeap(networks * weights(sizes) * Float.BYTES, networks + " networks of " + text(sizes) + " units",
            "Use a computer with more memory, or fewer and smaller networks.");
    }

    /**
     * Checks a training before memory is taken for it. What it needs is told as too little rather than too much: all
     * its networks, and for each that is trained at the time its weights once more with one moment.
     *
     * @param sizes sizes of each network
     * @param folds number of control networks
     * @param perturbed number of perturbed networks for each of them
     * @param threads number of networks that are trained side by side
     * @throws IllegalArgumentException if the networks could not be written and read, or Java could not hold them
     */
    public static void requireTraining(final int[] sizes, final int folds, final int perturbed, final int threads) {
        requireFile(sizes, folds);
        if (perturbed > 0) {
            requireFile(sizes, (long)folds * perturbed);
        }
        final long networks = folds * (1L + perturbed);
        requireHeap(weights(sizes) * Float.BYTES * (1 + networks + 2 * Math.min(threads, networks)),
            String.format(Locale.ROOT, "training %,d networks of %s units", networks, text(sizes)),
            "Use fewer features, hidden units, folds or perturbed networks, or give Java more memory.");
    }

    /**
     * @param bytes what is needed at least
     * @param what for what
     * @param remedy what to do, as a sentence
     * @throws IllegalArgumentException if that is more than Java may use
     */
    public static void requireHeap(final long bytes, final String what, final String remedy) {
        final long heap = Runtime.getRuntime().maxMemory();
        if (bytes > heap) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                "There is too little memory: at least %,d MB are needed for %s, and Java may use %,d MB. %s",
                bytes >> 20, what, heap >> 20, remedy));
        }
    }

    /**
     * @param packed bytes in a foreign file
     * @return bytes that may come out of them
     */
    public static long unpacked(final long packed) {
        return Math.max(UNPACKED_BYTES, UNPACKED_RATIO * packed);
    }

    /** @return number of weights of a network; {@link Long#MAX_VALUE} for more */
    private static long weights(final int[] sizes) {
        long total = 0;
        for (int l = 0; l + 1 < sizes.length; l++) {
            final long kernel = (long)sizes[l] * sizes[l + 1];
            total = kernel > Long.MAX_VALUE - total ? Long.MAX_VALUE : total + kernel;
        }
        return total;
    }

    private static String text(final int[] sizes) {
        return Arrays.stream(sizes).mapToObj(size -> String.format(Locale.ROOT, "%,d", size))
            .collect(Collectors.joining(" x "));
    }
}
