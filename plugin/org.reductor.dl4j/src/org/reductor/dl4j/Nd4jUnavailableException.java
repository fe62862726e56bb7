/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

/** ND4J cannot be used on this machine as it is; the message tells the user why and what to do about it. */
public final class Nd4jUnavailableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    Nd4jUnavailableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
