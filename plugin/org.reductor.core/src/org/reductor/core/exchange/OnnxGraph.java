/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.model.LittleEndian;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An ONNX graph that is being put together: nodes in the order in which they run, and the arrays that they read. Field
 * numbers are those of onnx.proto (github.com/onnx/onnx), where they never change.
 */
final class OnnxGraph {

    static final int FLOAT = 1;
    static final int UINT8 = 2;
    static final int INT32 = 6;
    static final int INT64 = 7;
    static final int DOUBLE = 11;

    /** Types of attributes, which are numbered otherwise than those of tensors. */
    private static final int ATTRIBUTE_FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private static final int NODE = 1;
    private static final int NAME = 2;
    private static final int INITIALIZER = 5;
    private static final int INPUT = 11;
    private static final int OUTPUT = 12;

    private final ProtoMessage proto = new ProtoMessage();
    private final Set<String> constants = new HashSet<>();

    OnnxGraph(final String name) {
        proto.text(NAME, name);
    }

    ProtoMessage proto() {
        return proto;
    }

    /** Declares an input of the graph with a row a sample. */
    void input(final String name, final long columns, final String description) {
        proto.message(INPUT, table(name, columns, description));
    }

    /** Declares an output of the graph with a row a sample. */
    void output(final String name, final long columns, final String description) {
        proto.message(OUTPUT, table(name, columns, description));
    }

    /** Adds a node without attributes; returns the name of its output. */
    String node(final String operator, final String output, final String... inputs) {
        return node(operator, List.of(), output, inputs);
    }

    /** Adds a node; returns the name of its output. */
    String node(final String operator, final List<ProtoMessage> attributes, final String output,
        final String... inputs) {
        final ProtoMessage node = new ProtoMessage();
        for (final String input : inputs) {
            node.text(1, input);
        }
        node.text(2, output).text(3, output).text(4, operator);
        attributes.forEach(attribute -> node.message(5, attribute));
        proto.message(NODE, node);
        return output;
    }

    static ProtoMessage attribute(final String name, final float value) {
        return new ProtoMessage().text(1, name).real(2, value).number(20, ATTRIBUTE_FLOAT);
    }

    static ProtoMessage attribute(final String name, final int value) {
        return new ProtoMessage().text(1, name).number(3, value).number(20, ATTRIBUTE_INT);
    }

    /** An attribute that lists axes. */
    static ProtoMessage attribute(final String name, final int[] values) {
        final ProtoMessage attribute = new ProtoMessage().text(1, name);
        for (final int value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, ATTRIBUTE_INTS);
    }

    /** Adds an array under a name; returns the name. */
    String array(final String name, final float[] values, final int... shape) {
        return array(name, FLOAT, LittleEndian.bytes(values), shape);
    }

    /** Adds an array under a name; returns the name. */
    String array(final String name, final int[] values, final int... shape) {
        return array(name, INT32, LittleEndian.bytes(values), shape);
    }

    /** Adds an array under a name; returns the name. */
    String array(final String name, final double[] values, final int... shape) {
        return array(name, DOUBLE, LittleEndian.bytes(values), shape);
    }

    /** Adds an array of bytes, each from 0 to 255, under a name; returns the name. */
    String array(final String name, final byte[] values, final int... shape) {
        return array(name, UINT8, values, shape);
    }

    /** A double that several nodes may read; returns its name. */
    String constant(final double value) {
        final String name = "real/" + value;
        return constants.add(name) ? array(name, new double[]{value}) : name;
    }

    /** A whole number that several nodes may read; returns its name. */
    String constant(final long value) {
        final String name = "whole/" + value;
        return constants.add(name) ? array(name, INT64, LittleEndian.bytes(new long[]{value})) : name;
    }

    /** A list of whole numbers that several nodes may read; returns its name. */
    String constants(final long... values) {
        final StringBuilder name = new StringBuilder("list");
        for (final long value : values) {
            name.append('/').append(value);
        }
        return constants.add(name.toString()) ? array(name.toString(), INT64, LittleEndian.bytes(values), values.length)
            : name.toString();
    }

    private String array(final String name, final int type, final byte[] bytes, final int... shape) {
        final ProtoMessage tensor = new ProtoMessage();
        for (final int size : shape) {
            tensor.number(1, size);
        }
        proto.message(INITIALIZER, tensor.number(2, type).text(8, name).bytes(9, bytes));
        return name;
    }

    private static ProtoMessage table(final String name, final long columns, final String description) {
        final ProtoMessage shape = new ProtoMessage().message(1, new ProtoMessage().text(2, "rows")).message(1,
            new ProtoMessage().number(1, columns));
        final ProtoMessage tensor = new ProtoMessage().number(1, FLOAT).message(2, shape);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor)).text(3, description);
    }
}
