/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.data;

/** What the user of a page is told instead of data. */
public final class DataServiceException extends RuntimeException {

    private final String details;

    public DataServiceException(final String message, final String details) {
        super(message);
        this.details = details;
    }

    public String getDetails() {
        return details;
    }
}
