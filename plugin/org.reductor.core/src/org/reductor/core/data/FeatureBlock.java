/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run of neighbouring features that were made in one way from one column, for example 2,048 Morgan bits of the column
 * "smiles". The core interprets {@code kind} and {@code parameters} only to name features: they are kept so that the
 * features of new rows can be made in exactly the same way.
 *
 * @param column name of the source column
 * @param kind how the features are made, for example {@code morgan}
 * @param width number of features, at least 1
 * @param parameters settings of the kind, sorted by name
 */
public record FeatureBlock(String column, String kind, int width, SortedMap<String, String> parameters) {

    /** Kind of a block with the one number of a column. */
    public static final String NUMERIC = "numeric";

    /** Kind of a block of bits that were made elsewhere. */
    public static final String BIT_VECTOR = "bit-vector";

    /** Kind of a block of counts that were made elsewhere. */
    public static final String COUNT_VECTOR = "count-vector";

    /** Kind of a block of numbers that were made elsewhere. */
    public static final String DOUBLE_VECTOR = "double-vector";

    /** Parameter that lists the categories of a block with a feature for each of them. */
    public static final String CATEGORIES = "categories";

    /** Parameter that lists the names of a block's features, where they have names. */
    public static final String NAMES = "names";

    /** Parameter that says which part of a reaction the features describe. */
    public static final String ROLE = "role";

    private static final int LONGEST_QUOTE = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Checks the components and copies the parameters. */
    public FeatureBlock {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(kind, "kind");
        if (width < 1) {
            throw new IllegalArgumentException(
                "The feature block of column '" + column + "' has the width " + width + "; it must be at least 1.");
        }
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /**
     * A block whose parameters come from any map.
     *
     * @param column name of the source column
     * @param kind how the features are made
     * @param width number of features
     * @param parameters settings of the kind
     * @return the block
     */
    public static FeatureBlock of(final String column, final String kind, final int width,
        final Map<String, String> parameters) {
        return new FeatureBlock(column, kind, width, new TreeMap<>(parameters));
    }

    /**
     * @return whether a feature that is not zero says that something is there, as bits, counts and categories do, while
     *         numbers and descriptors only have values
     */
    public boolean hasBits() {
        return !kind.equals(NUMERIC) && !kind.equals(DOUBLE_VECTOR) && !parameters.containsKey(NAMES);
    }

    /**
     * @param texts any texts
     * @return the value of a parameter that lists them
     */
    public static String listOf(final List<String> texts) {
        final ArrayNode array = JSON.createArrayNode();
        texts.forEach(array::add);
        return array.toString();
    }

    /**
     * @param numbers finite numbers
     * @return the value of a parameter that lists them, without loss
     */
    public static String listOf(final double[] numbers) {
        final ArrayNode array = JSON.createArrayNode();
        for (final double number : numbers) {
            array.add(number);
        }
        return array.toString();
    }

    /**
     * @param parameter name of a parameter that is a list of texts
     * @return the list
     * @throws IllegalArgumentException if there is no such parameter or it is not such a list, naming it
     */
    public List<String> texts(final String parameter) {
        final List<String> texts = new ArrayList<>();
        for (final JsonNode item : list(parameter)) {
            if (!item.isTextual()) {
                throw notAList(parameter, "texts");
            }
            texts.add(item.asText());
        }
        return texts;
    }

    /**
     * @param parameter name of a parameter that is a list of numbers
     * @return the list
     * @throws IllegalArgumentException if there is no such parameter or it is not such a list, naming it
     */
    public double[] numbers(final String parameter) {
        final JsonNode list = list(parameter);
        final double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!list.get(i).isNumber() || !Double.isFinite(list.get(i).asDouble())) {
                throw notAList(parameter, "numbers");
            }
            numbers[i] = list.get(i).asDouble();
        }
        return numbers;
    }

    private JsonNode list(final String parameter) {
        try {
            final JsonNode list = JSON.readTree(parameters.getOrDefault(parameter, ""));
            if (list.isArray()) {
                return list;
            }
        } catch (final JsonProcessingException e) { // NOSONAR reported below, with the name
        }
        throw notAList(parameter, "values");
    }

    private IllegalArgumentException notAList(final String parameter, final String what) {
        final String text = String.valueOf(parameters.get(parameter));
        return new IllegalArgumentException("The parameter '" + parameter + "' of the feature block of column '"
            + column + "' must be a list of " + what + ", but is "
            + (text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...") + ".");
    }
}
