/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.settings.Settings;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of one JSON object of a model file, each checked for its type; errors name the place. */
final class Fields {

    private final JsonNode node;
    private final String place;

    Fields(final JsonNode node, final String place) throws ModelFormatException {
        this.node = node;
        this.place = place;
        if (!node.isObject()) {
            throw new ModelFormatException("The model file is damaged: '" + place + "' is missing.");
        }
    }

    Fields object(final String name) throws ModelFormatException {
        return new Fields(node.path(name), place + "/" + name);
    }

    boolean has(final String name) {
        return node.has(name);
    }

    JsonNode list(final String name) throws ModelFormatException {
        return require(name, "a list", node.path(name).isArray());
    }

    String text(final String name) throws ModelFormatException {
        return require(name, "a text", node.path(name).isTextual()).asText();
    }

    double number(final String name) throws ModelFormatException {
        return require(name, "a number", node.path(name).isNumber()).asDouble();
    }

    long whole(final String name) throws ModelFormatException {
        return require(name, "a whole number", node.path(name).canConvertToLong()).asLong();
    }

    int integer(final String name) throws ModelFormatException {
        return require(name, "a whole number", node.path(name).canConvertToInt()).asInt();
    }

    /** The objects of a list. */
    List<Fields> objects(final String name) throws ModelFormatException {
        final List<Fields> objects = new ArrayList<>();
        for (final JsonNode object : list(name)) {
            objects.add(new Fields(object, place + "/" + name + "/" + objects.size()));
        }
        return objects;
    }

    boolean flag(final String name) throws ModelFormatException {
        return require(name, "true or false", node.path(name).isBoolean()).asBoolean();
    }

    long[] wholes(final String name) throws ModelFormatException {
        final JsonNode list = list(name);
        final long[] wholes = new long[list.size()];
        for (int i = 0; i < wholes.length; i++) {
            require(name, "a list of whole numbers", list.get(i).canConvertToLong());
            wholes[i] = list.get(i).asLong();
        }
        return wholes;
    }

    List<int[]> integerLists(final String name) throws ModelFormatException {
        final List<int[]> lists = new ArrayList<>();
        for (final JsonNode list : list(name)) {
            lists.add(integers(name, list));
        }
        return lists;
    }

    int[] integers(final String name) throws ModelFormatException {
        return integers(name, list(name));
    }

    private int[] integers(final String name, final JsonNode list) throws ModelFormatException {
        final int[] integers = new int[list.size()];
        for (int i = 0; i < integers.length; i++) {
            require(name, "a list of whole numbers", list.get(i).canConvertToInt());
            integers[i] = list.get(i).asInt();
        }
        return integers;
    }

    double[] numbers(final String name) throws ModelFormatException {
        final JsonNode list = list(name);
        final double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            require(name, "a list of numbers", list.get(i).isNumber());
            numbers[i] = list.get(i).asDouble();
        }
        return numbers;
    }

    SortedMap<String, String> texts(final String name) throws ModelFormatException {
        final Fields fields = object(name);
        final TreeMap<String, String> map = new TreeMap<>();
        for (final Iterator<String> names = fields.node.fieldNames(); names.hasNext();) {
            final String field = names.next();
            map.put(field, fields.text(field));
        }
        return map;
    }

    SortedMap<String, Double> numbersByName(final String name) throws ModelFormatException {
        final TreeMap<String, Double> map = new TreeMap<>();
        final Fields fields = object(name);
        for (final Iterator<String> names = fields.node.fieldNames(); names.hasNext();) {
            final String field = names.next();
            map.put(field, fields.number(field));
        }
        return map;
    }

    /** Settings, as {@link #write} wrote them. */
    <R extends Record> R settings(final String name, final Class<R> type) throws ModelFormatException {
        return Settings.fromTexts(texts(name), type);
    }

    static void write(final ObjectNode node, final Record settings) {
        Settings.toTexts(settings).forEach(node::put);
    }

    <E extends Enum<E>> E constant(final Class<E> type, final String name) throws ModelFormatException {
        final String text = text(name);
        for (final E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new ModelFormatException("The model file needs a newer Reductor, or is damaged: '" + place + "/" + name
            + "' is '" + text + "', which this version does not know.");
    }

    private JsonNode require(final String name, final String what, final boolean holds) throws ModelFormatException {
        if (!holds) {
            throw new ModelFormatException("The model file is damaged: '" + place + "/" + name + "' should be " + what
                + " but is " + (node.has(name) ? "'" + abbreviate(node.get(name).toString()) + "'" : "missing") + ".");
        }
        return node.get(name);
    }

    private static String abbreviate(final String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
