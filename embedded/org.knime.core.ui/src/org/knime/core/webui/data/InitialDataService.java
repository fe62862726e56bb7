/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.data;

import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Hands a page its data as JSON when it opens. */
public final class InitialDataService<D> {

    private final Supplier<D> dataSupplier;

    private InitialDataService(final Supplier<D> dataSupplier) {
        this.dataSupplier = dataSupplier;
    }

    public static <D> InitialDataServiceBuilder<D> builder(final Supplier<D> dataSupplier) {
        return new InitialDataServiceBuilder<>(dataSupplier);
    }

    /** The data as the page is given it: an object with the one field {@code result}. */
    public String getInitialData() {
        final var mapper = new ObjectMapper();
        try {
            return mapper.writeValueAsString(mapper.createObjectNode().set("result",
                mapper.readTree(mapper.writeValueAsString(dataSupplier.get()))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The initial data of the page cannot be written as JSON.", e);
        }
    }

    /** Makes the service. */
    public static final class InitialDataServiceBuilder<D> {

        private final Supplier<D> dataSupplier;

        private InitialDataServiceBuilder(final Supplier<D> dataSupplier) {
            this.dataSupplier = dataSupplier;
        }

        public InitialDataService<D> build() {
            return new InitialDataService<>(dataSupplier);
        }
    }
}
