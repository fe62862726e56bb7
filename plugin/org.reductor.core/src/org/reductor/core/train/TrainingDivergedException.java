/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.train;

/** Training left the finite numbers; the message names the epoch and says what helps. */
public final class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrainingDivergedException(final int epoch, final double learningRate) {
        super("Training diverged in epoch " + (epoch + 1) + ": the error is no longer a finite number. "
            + "Choose a learning rate below " + learningRate + ", or standardise the target.");
    }
}
