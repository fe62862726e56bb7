/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the features of a network are made, block by block in the order of the columns of the feature matrix. The recipe
 * travels with the data, in the port and in the model file, so that a prediction starts from raw molecules.
 *
 * @param blocks the blocks; at least one
 */
public record FeatureRecipe(List<FeatureBlock> blocks) {

    private static final ObjectMapper JSON =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final int LONGEST_QUOTE = 200;

    /** Copies the blocks and checks that they are within {@link Limits}. */
    public FeatureRecipe {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("A feature recipe needs at least one block.");
        }
        Limits.requireFeatures(blocks.stream().mapToLong(FeatureBlock::width).sum());
        final int bytes = toTree(blocks).toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Limits.TEXT_BYTES) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "The recipe of the features has %,d bytes of "
                + "text, and a model file takes at most %,d. Leave out columns with very many or very long categories.",
                bytes, Limits.TEXT_BYTES));
        }
    }

    /** @return number of features of all blocks together */
    public int width() {
        return blocks.stream().mapToInt(FeatureBlock::width).sum();
    }

    /**
     * Tells which block a feature came from, so that tables and plots can name what was pruned.
     *
     * @param index a feature, from 0 to {@link #width()} - 1
     * @return the feature with its block and its name
     * @throws IndexOutOfBoundsException if there is no such feature
     */
    public Feature feature(final int index) {
        int start = 0;
        for (int b = 0; b < blocks.size() && index >= 0; b++) {
            final FeatureBlock block = blocks.get(b);
            if (index - start < block.width()) {
                return new Feature(index, b, block, index - start, FeatureNames.of(block, index - start));
            }
            start += block.width();
        }
        throw new IndexOutOfBoundsException("There is no feature " + index + " in a recipe of " + width() + ".");
    }

    /** @return the recipe as compact JSON; equal recipes give equal text */
    public String toJson() {
        return toTree().toString();
    }

    /** @return the recipe as a JSON tree */
    public ArrayNode toTree() {
        return toTree(blocks);
    }

    private static ArrayNode toTree(final List<FeatureBlock> blocks) {
        final ArrayNode array = JSON.createArrayNode();
        for (final FeatureBlock block : blocks) {
            final ObjectNode node = array.addObject();
            node.put("column", block.column());
            node.put("kind", block.kind());
            node.put("width", block.width());
            final ObjectNode parameters = node.putObject("parameters");
            block.parameters().forEach(parameters::put);
        }
        return array;
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @param json the text
     * @return the recipe
     * @throws IllegalArgumentException if the text is not a recipe, saying where
     */
    public static FeatureRecipe fromJson(final String json) {
        try {
            return fromTree(JSON.readTree(json));
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException("The feature recipe is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads what {@link #toTree()} made.
     *
     * @param tree the JSON tree
     * @return the recipe
     * @throws IllegalArgumentException if the tree is not a recipe, saying where
     */
    public static FeatureRecipe fromTree(final JsonNode tree) {
        if (tree == null || !tree.isArray()) {
            throw new IllegalArgumentException("The feature recipe must be a list of feature blocks.");
        }
        final List<FeatureBlock> blocks = new ArrayList<>();
        for (final JsonNode node : tree) {
            final JsonNode width = node.path("width");
            if (!node.path("column").isTextual() || !node.path("kind").isTextual() || !width.canConvertToInt()) {
                throw damaged(blocks.size(), "must have a column, a kind and a whole-number width", node);
            }
            final TreeMap<String, String> parameters = new TreeMap<>();
            @SuppressWarnings("deprecation") // its successor is not in the Jackson of KNIME 5.8
            final Iterator<Map.Entry<String, JsonNode>> fields = node.path("parameters").fields();
            while (fields.hasNext()) {
                final Map.Entry<String, JsonNode> parameter = fields.next();
                if (!parameter.getValue().isTextual()) {
                    throw damaged(blocks.size(), "must have a text for each parameter", node);
                }
                parameters.put(parameter.getKey(), parameter.getValue().asText());
            }
            blocks.add(new FeatureBlock(node.path("column").asText(), node.path("kind").asText(), width.asInt(),
                parameters));
        }
        return new FeatureRecipe(blocks);
    }

    private static IllegalArgumentException damaged(final int block, final String what, final JsonNode node) {
        final String text = node.toString();
        return new IllegalArgumentException("Block " + block + " of the feature recipe " + what + ", but is "
            + (text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "..."));
    }
}
