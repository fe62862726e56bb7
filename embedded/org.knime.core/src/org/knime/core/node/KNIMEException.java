/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import org.knime.core.node.message.Message;

/** A failure that the user is told about in so many words. */
public final class KNIMEException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Message details;

    public KNIMEException(final String message) {
        this(Message.fromSummary(message == null ? "unknown reason" : message), message, null);
    }

    public KNIMEException(final String message, final Throwable cause) {
        this(Message.fromSummary(message == null ? "unknown reason" : message), message, cause);
    }

    private KNIMEException(final Message details, final String message, final Throwable cause) {
        super(message, cause);
        this.details = details;
    }

    public static KNIMEException of(final Message message) {
        return of(message, null);
    }

    public static KNIMEException of(final Message message, final Throwable cause) {
        if (message == null) {
            throw new IllegalArgumentException("A KNIMEException needs a message.");
        }
        return new KNIMEException(message, message.getSummary(), cause);
    }

    public Message getKNIMEMessage() {
        return details;
    }
}
