/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.H5Object;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.StrType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.reductor.core.exchange.ForeignNetwork;

/** Writes HDF5 files as the versions of Keras do: the architecture as an attribute, a group for each layer. */
public final class KerasFixture {

    /** Where a version keeps the array "kernel" of the layer "dense". */
    public enum Layout {
        KERAS_1("1.2.2") {
            @Override
            List<String> path(final String layer, final String array) {
                final String name = "kernel".equals(array) ? "W" : "bias".equals(array) ? "b" : array;
                return List.of(layer, layer + "_" + name);
            }
        },
        KERAS_2("2.11.0") {
            @Override
            List<String> path(final String layer, final String array) {
                return List.of(layer, layer, array + ":0");
            }
        },
        KERAS_3("3.5.0") {
            @Override
            List<String> path(final String layer, final String array) {
                return List.of(layer, "sequential", layer, array);
            }
        };

        private final String version;

        Layout(final String version) {
            this.version = version;
        }

        abstract List<String> path(String layer, String array);
    }

    private final Layout layout;

    private final List<String> layers = new ArrayList<>();

    private final Map<List<String>, float[]> arrays = new LinkedHashMap<>();

    private final Map<List<String>, long[]> shapes = new LinkedHashMap<>();

    /** @param layout the version to write as */
    public KerasFixture(final Layout layout) {
        Nd4jRuntime.load(); // the library for HDF5 is one of its
        this.layout = layout;
    }

    /** Three dense layers, 5 -> 4 -> 3 -> 1. */
    static KerasFixture plain(final Layout layout) {
        return new KerasFixture(layout).dense("dense", 5, 4, "relu").dense("dense_1", 4, 3, "relu")
            .dense("dense_2", 3, 1, "linear");
    }

    /** @return what a file of at most a megabyte holds */
    static ForeignNetwork read(final Path file) throws IOException {
        return new Dl4jBridge().read(file, 1_000_000);
    }

    /** Adds a layer; {@code config} are its settings besides the name, as JSON without braces. */
    public KerasFixture layer(final String type, final String name, final String config) {
        layers.add("{\"class_name\": \"" + type + "\", \"config\": {\"name\": \"" + name + "\""
            + (config.isEmpty() ? "" : ", " + config) + "}}");
        return this;
    }

    /** Adds a dense layer with weights that depend on their position only. */
    public KerasFixture dense(final String name, final int inputs, final int units, final String activation) {
        array(name, "kernel", values(inputs * units, name.hashCode()), inputs, units);
        array(name, "bias", values(units, name.hashCode() + 1), units);
        return layer("Dense", name, "\"units\": " + units + ", \"activation\": \"" + activation
            + "\", \"use_bias\": true, \"batch_input_shape\": [null, " + inputs + "], \"dtype\": \"float32\", "
            + "\"kernel_initializer\": {\"class_name\": \"GlorotUniform\", \"config\": {\"seed\": null}}, "
            + "\"bias_initializer\": {\"class_name\": \"Zeros\", \"config\": {}}");
    }

    /** Gives a layer an array, instead of another of that name; {@code null} for one whose values are never written. */
    public KerasFixture array(final String layer, final String name, final float[] values, final long... shape) {
        arrays.put(layout.path(layer, name), values);
        shapes.put(layout.path(layer, name), shape);
        return this;
    }

    /** @return numbers that depend on their position only */
    public static float[] values(final int count, final int seed) {
        final Random random = new Random(seed);
        final float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float)random.nextGaussian() / 4;
        }
        return values;
    }

    /** @return the architecture as {@code model.to_json()} gives it */
    public String sequential() {
        return "{\"class_name\": \"Sequential\", \"config\": {\"name\": \"sequential\", \"layers\": ["
            + String.join(", ", layers) + "]}, \"keras_version\": \"" + layout.version
            + "\", \"backend\": \"tensorflow\"}";
    }

    /** Writes a file as {@code model.save} does. */
    public Path write(final Path file) {
        return write(file, sequential(), "model_weights");
    }

    /** Writes a file as {@code model.save_weights} does. */
    public Path writeWeights(final Path file) {
        return write(file, null, "");
    }

    /** @param root group of the weights, or nothing for a file of {@code save_weights} */
    Path write(final Path file, final String config, final String root) {
        try (H5File h5 = new H5File(file.toString(), hdf5.H5F_ACC_TRUNC())) {
            if (config != null) {
                attribute(h5, "model_config", config);
                attribute(h5, "keras_version", layout.version);
                attribute(h5, "backend", "tensorflow");
            }
            final Map<String, Group> groups = new LinkedHashMap<>();
            arrays.forEach((path, values) -> {
                final StringBuilder name = new StringBuilder(root);
                Group group = root.isEmpty() ? null : groups.computeIfAbsent(root, h5::createGroup);
                for (final String part : String.join("/", path.subList(0, path.size() - 1)).split("/")) {
                    name.append(name.isEmpty() ? "" : "/").append(part);
                    group = groups.computeIfAbsent(name.toString(), h5::createGroup);
                }
                dataSet(group, path.get(path.size() - 1), values, shapes.get(path));
            });
            final String prefix = root.isEmpty() ? "" : root + "/";
            arrays.keySet().forEach(path -> attribute(groups.get(prefix + path.get(0)), "weight_names",
                String.join("/", path.subList(1, path.size()))));
            if (!root.isEmpty()) {
                attribute(groups.get(root), "keras_version", layout.version);
                attribute(groups.get(root), "backend", "tensorflow");
            }
            groups.values().forEach(Group::close);
        }
        return file;
    }

    private static void attribute(final H5Object h5, final String name, final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (h5.attrExists(name)) {
            return;
        }
        try (StrType type = new StrType(PredType.C_S1(), bytes.length); DataSpace scalar = new DataSpace();
            Attribute attribute = h5.createAttribute(name, type, scalar); BytePointer data = new BytePointer(bytes)) {
            attribute.write(type, data);
        }
    }

    private static void dataSet(final Group group, final String name, final float[] values, final long[] shape) {
        try (DataSpace space = new DataSpace(shape.length, shape);
            DataSet data = group.createDataSet(name, PredType.IEEE_F32LE(), space);
            FloatPointer pointer = values == null ? new FloatPointer() : new FloatPointer(values)) {
            if (values != null) {
                data.write(pointer, PredType.NATIVE_FLOAT());
            }
        }
    }
}
