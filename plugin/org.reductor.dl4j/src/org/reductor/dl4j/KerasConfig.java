/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.reductor.core.model.ModelFormatException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The architecture of a Keras model as its JSON tells it: Sequential, or functional if its layers form a chain. Read as
 * of Keras 1, 2 and 3, whose texts differ little for what is looked at here.
 */
final class KerasConfig {

    /**
     * One layer.
     *
     * @param type its class in Keras, for example Dense
     * @param name its name, which its weights go by
     * @param config its settings
     */
    record Layer(String type, String name, JsonNode config) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private KerasConfig() {
    }

    /**
     * @param json the attribute model_config, or what to_json() gives
     * @return the layers from the inputs to the output
     * @throws ModelFormatException if it is no such text or the layers are no chain
     */
    static List<Layer> layers(final String json) throws ModelFormatException {
        final JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (final JsonProcessingException e) {
            throw new ModelFormatException("The file is damaged: its model_config is not valid JSON ("
                + e.getOriginalMessage() + ").");
        }
        final String type = root.path("class_name").asText();
        final JsonNode config = root.path("config");
        final List<Layer> layers = switch (type) {
            case "Sequential" -> sequential(config.isArray() ? config : config.path("layers"));
            case "Model", "Functional" -> functional(config);
            default -> throw new ModelFormatException("The Keras model is a '" + type + "'. Only Sequential and "
                + "functional models can be read; rebuild it as one of them and copy its weights.");
        };
        final Set<String> names = new HashSet<>();
        for (final Layer layer : layers) {
            if (!names.add(layer.name())) {
                throw new ModelFormatException("The file is damaged: two layers have the name '" + layer.name() + "'.");
            }
        }
        return layers;
    }

    private static List<Layer> sequential(final JsonNode nodes) throws ModelFormatException {
        final List<Layer> layers = new ArrayList<>();
        for (final JsonNode node : nodes) {
            layers.add(layer(node));
        }
        return layers;
    }

    private static Layer layer(final JsonNode node) throws ModelFormatException {
        final String type = node.path("class_name").asText();
        final String name = node.path("config").path("name").asText(node.path("name").asText());
        final Optional<TfmotWrapper> wrapper = TfmotWrapper.ofType(type);
        if (wrapper.isPresent()) {
            throw wrapper.get().refusal(name);
        }
        final String registered = node.path("registered_name").asText("");
        if (registered.contains(">") && !registered.startsWith("keras")) {
            throw LayerChain.doesNotFit(name, "is a custom object ('" + registered + "'), and code is never run");
        }
        return new Layer(type, name, node.path("config"));
    }

    /** A functional model names the layers that each layer reads. */
    private static List<Layer> functional(final JsonNode config) throws ModelFormatException {
        final Map<String, Layer> next = new HashMap<>();
        Layer first = null;
        for (final JsonNode node : config.path("layers")) {
            final Layer layer = layer(node);
            final Set<String> inputs = new HashSet<>();
            collectNames(node.path("inbound_nodes"), inputs);
            if (inputs.size() > 1) {
                throw LayerChain.doesNotFit(layer.name(), "reads " + inputs.size() + " layers, because it joins them "
                    + "or is used more than once, and Reductor's networks are chains");
            }
            final String input = inputs.isEmpty() ? null : inputs.iterator().next();
            if (input == null && first != null || input != null && next.put(input, layer) != null) {
                throw LayerChain.doesNotFit(layer.name(), input == null ? "is a second input"
                    : "is a second branch behind '" + input + "'");
            }
            first = input == null ? layer : first;
        }
        final List<Layer> chain = new ArrayList<>();
        for (Layer layer = first; layer != null && chain.size() <= next.size(); layer = next.get(layer.name())) {
            chain.add(layer);
        }
        if (chain.size() != next.size() + 1) {
            throw new ModelFormatException("The layers of the Keras model form no chain from one input to one output.");
        }
        final Set<String> outputs = new HashSet<>();
        collectNames(config.path("output_layers"), outputs);
        outputs.remove(chain.get(chain.size() - 1).name());
        if (!outputs.isEmpty()) {
            throw LayerChain.doesNotFit(outputs.iterator().next(), "is an output of the model and comes before the "
                + "last layer, and Reductor's networks have one output layer");
        }
        return chain;
    }

    /** In Keras 1 and 2 a list [name, node, tensor, ...] for each input; in Keras 3 tensors with their history. */
    private static void collectNames(final JsonNode node, final Set<String> names) {
        if (node.isArray() && node.size() >= 3 && node.get(0).isTextual() && node.get(1).isInt()) {
            names.add(node.get(0).asText());
        } else if (node.has("keras_history")) {
            names.add(node.path("keras_history").path(0).asText());
        } else {
            node.forEach(child -> collectNames(child, names));
        }
    }
}
