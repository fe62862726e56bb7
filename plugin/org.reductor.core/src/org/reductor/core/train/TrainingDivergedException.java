/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

import java.util.Locale;
import java.util.Optional;

/**
 * Training left the numbers that can still become good; the message names the epoch and the loss and says what
 * helps.
 */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TrainedNetwork lastGood;

    TrainingDivergedException(final int epoch, final double loss, final double validationLoss,
        final double learningRate, final TrainedNetwork lastGood) {
        super(String.format(Locale.ROOT, "Training diverged in epoch %d: the loss is %.4g and the validation error "
            + "%.4g, in"
            + " the units that the networks see. Choose a learning rate below %s, or standardise the target.",
            epoch + 1, loss, validationLoss, learningRate));
        this.lastGood = lastGood;
    }

    /** @param message what happened, as a whole sentence, and what helps */
    public TrainingDivergedException(final String message) {
        super(message);
        lastGood = null;
    }

    /** @return the network as it was at its best epoch, if there was a good one */
    public Optional<TrainedNetwork> lastGood() {
        return Optional.ofNullable(lastGood);
    }
}
