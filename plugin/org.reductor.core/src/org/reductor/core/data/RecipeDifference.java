/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The first thing in which two recipes differ, for messages: whole recipes may list thousands of categories.
 *
 * @param block number of the block, from 1
 * @param first what the first recipe has there, for example "radius 2" or "no radius"
 * @param second what the second one has
 */
public record RecipeDifference(int block, String first, String second) {

    private static final String WIDTH = "width";

    private static final int LONGEST = 60;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param first a recipe
     * @param second another
     * @return what comes first, in the order of the blocks and in each of column, kind, parameters by name and number
     *         of features; nothing if the recipes are equal
     */
    public static Optional<RecipeDifference> between(final FeatureRecipe first, final FeatureRecipe second) {
        for (int i = 0; i < Math.max(first.blocks().size(), second.blocks().size()); i++) {
            final Map<String, String> one = facts(first, i);
            final Map<String, String> other = facts(second, i);
            final Set<String> names = new LinkedHashSet<>(one.keySet());
            names.addAll(other.keySet());
            names.remove(WIDTH); // comes last: categories tell more than how many there are
            names.add(WIDTH);
            for (final String name : names) {
                if (!Objects.equals(one.get(name), other.get(name))) {
                    return Optional.of(new RecipeDifference(i + 1, tell(name, one), tell(name, other)));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * @param inFirst where the first recipe is, for example "in the networks"
     * @param inSecond where the second one is
     * @return for example "The first difference is in block 1: radius 2 in the networks, radius 3 in the table."
     */
    public String sentence(final String inFirst, final String inSecond) {
        return "The first difference is in block " + block + ": " + first + " " + inFirst + ", " + second + " "
            + inSecond + ".";
    }

    private static String tell(final String name, final Map<String, String> facts) {
        if (facts.isEmpty()) {
            return "no such block";
        }
        final String value = facts.get(name);
        return value == null ? "no " + name
            : name + " " + (value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...");
    }

    /** All that can differ, by name and in the order of the comparison; nothing for a block that is not there. */
    private static Map<String, String> facts(final FeatureRecipe recipe, final int index) {
        final Map<String, String> facts = new LinkedHashMap<>();
        if (index < recipe.blocks().size()) {
            final FeatureBlock block = recipe.blocks().get(index);
            facts.put("column", "'" + block.column() + "'");
            facts.put("kind", "'" + block.kind() + "'");
            block.parameters().forEach((name, value) -> add(name, value, facts));
            facts.put(WIDTH, String.format(Locale.ENGLISH, "%,d", block.width()));
        }
        return facts;
    }

    /** A list counts item by item. */
    private static void add(final String name, final String value, final Map<String, String> facts) {
        int number = 0;
        for (final JsonNode item : list(value)) {
            number++;
            facts.put(name + " number " + number, item.isTextual() ? "'" + item.asText() + "'" : item.toString());
        }
        if (number == 0) {
            facts.put(name, value);
        }
    }

    private static JsonNode list(final String value) {
        try {
            return value.startsWith("[") ? JSON.readTree(value) : JSON.createArrayNode();
        } catch (final JsonProcessingException e) { // NOSONAR then it is a text like any other
            return JSON.createArrayNode();
        }
    }
}
