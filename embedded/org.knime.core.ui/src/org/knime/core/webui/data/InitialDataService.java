/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.data;

import java.util.Arrays;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;

/** Hands a page its data as JSON when it opens. */
public final class InitialDataService<D> {

    private final Supplier<D> dataSupplier;

    private InitialDataService(final Supplier<D> dataSupplier) {
        this.dataSupplier = dataSupplier;
    }

    public static <D> InitialDataServiceBuilder<D> builder(final Supplier<D> dataSupplier) {
        return new InitialDataServiceBuilder<>(dataSupplier);
    }

    /** An object with one field: {@code result}, {@code userError}, or {@code internalError} for any other failure. */
    public String getInitialData() {
        final var root = new ObjectMapper().createObjectNode();
        try {
            root.set("result", tree(dataSupplier.get()));
        } catch (DataServiceException e) {
            root.putObject("userError").put("message", e.getMessage()).put("details", e.getDetails());
        } catch (RuntimeException e) {
            final var error = root.putObject("internalError").put("message", e.getMessage())
                .put("typeName", e.getClass().getName());
            Arrays.stream(e.getStackTrace()).map(String::valueOf).forEach(error.putArray("stackTrace")::add);
        }
        return root.toString();
    }

    /** A text is JSON already, or else it is handed over as text. */
    private static JsonNode tree(final Object data) {
        if (data instanceof String text) {
            try {
                return new ObjectMapper().readTree(text);
            } catch (JsonProcessingException e) {
                return new TextNode(text);
            }
        }
        return new ObjectMapper().valueToTree(data);
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
