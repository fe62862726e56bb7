/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import com.fasterxml.jackson.databind.JsonNode;

import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.Group;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.reductor.core.model.ModelFormatException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The weights of a Keras HDF5 file by layer and by their plain names. All versions have a group for each layer; below
 * it they differ: dense_1_W, dense/kernel:0, or sequential/dense/kernel.
 */
final class KerasWeights {

    private static final String ROOT = "model_weights";

    /** A file with a loop of groups must not keep us for ever. */
    private static final int DEEPEST = 8;

    private final Hdf5Archive archive;
    private final List<String> root;
    private final long largestSize;
    private final Map<String, Map<String, List<String>>> places = new HashMap<>();
    private long read;

    /**
     * An array of the file.
     *
     * @param shape its lengths
     * @param floats its values, the last index fastest
     */
    record Array(long[] shape, float[] floats) {
    }

    /**
     * @param archive the open file
     * @param largestSize bytes that all arrays together may have
     */
    KerasWeights(final Hdf5Archive archive, final long largestSize) {
        this.archive = archive;
        this.largestSize = largestSize;
        root = archive.getGroups().contains(ROOT) ? List.of(ROOT) : List.of();
    }

    boolean has(final String layer, final String... names) {
        return Arrays.stream(names).anyMatch(places(layer)::containsKey);
    }

    /**
     * @param layer name of a layer
     * @param names of one of its arrays, in one version or another
     * @return the array
     * @throws ModelFormatException if there is none, or it is larger than allowed
     */
    Array array(final String layer, final String... names) throws ModelFormatException {
        final Map<String, List<String>> arrays = places(layer);
        final String name = Arrays.stream(names).filter(arrays::containsKey).findFirst()
            .orElseThrow(() -> new ModelFormatException("The file has no '" + names[0] + "' of layer '" + layer
                + "'. Save the whole model, with its weights."));
        final List<String> path = arrays.get(name);
        final String[] groups = path.subList(0, path.size() - 1).toArray(String[]::new);
        final String dataSet = path.get(path.size() - 1);
        final long[] shape = shape(groups, dataSet);
        requireRoom(layer, name, shape);
        try (INDArray array = archive.readDataSet(dataSet, groups)) {
            return new Array(shape, Nd4j.toFlattened('c', array).toFloatVector());
        } catch (final UnsupportedKerasConfigurationException e) {
            throw new ModelFormatException("The array '" + name + "' of layer '" + layer + "' cannot be read: "
                + e.getMessage());
        }
    }

    private long[] shape(final String[] groups, final String dataSet) {
        synchronized (Hdf5Archive.LOCK_OBJECT) {
            final Group[] open = archive.openGroups(groups);
            try (DataSet data = open[open.length - 1].openDataSet(dataSet); DataSpace space = data.getSpace()) {
                final long[] shape = new long[space.getSimpleExtentNdims()];
                space.getSimpleExtentDims(shape);
                return shape;
            } finally {
                archive.closeGroups(open);
            }
        }
    }

    private void requireRoom(final String layer, final String name, final long[] shape) throws ModelFormatException {
        if (shape.length < 1 || shape.length > 2) {
            throw new ModelFormatException("The file is damaged: the array '" + name + "' of layer '" + layer
                + "' has the shape " + Arrays.toString(shape) + ".");
        }
        double bytes = Float.BYTES;
        for (final long length : shape) {
            bytes *= length;
        }
        if (bytes > Integer.MAX_VALUE || read + bytes > largestSize) {
            throw new ModelFormatException(String.format(Locale.ROOT,
                "The weights up to layer '%s' take %,.0f bytes, and %,d are allowed. Raise the limit if you trust the "
                    + "file.", layer, read + bytes, largestSize));
        }
        read += (long)bytes;
    }

    private Map<String, List<String>> places(final String layer) {
        return places.computeIfAbsent(layer, l -> {
            final Map<String, List<String>> found = new HashMap<>();
            final List<String> path = new ArrayList<>(root);
            if (archive.getGroups(path.toArray(String[]::new)).contains(layer)) {
                path.add(layer);
                collect(path, layer, found);
            }
            return found;
        });
    }

    private void collect(final List<String> path, final String layer, final Map<String, List<String>> found) {
        final String[] groups = path.toArray(String[]::new);
        for (final String dataSet : archive.getDataSets(groups)) {
            found.put(plainName(dataSet, layer), append(path, dataSet));
        }
        for (final String group : archive.getGroups(groups)) {
            if (path.size() < DEEPEST) {
                collect(append(path, group), layer, found);
            }
        }
    }

    private static String plainName(final String dataSet, final String layer) {
        final String name = dataSet.replaceFirst(":\\d+$", "");
        return name.startsWith(layer + "_") ? name.substring(layer.length() + 1) : name;
    }

    private static List<String> append(final List<String> path, final String name) {
        final List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    /** @return the numbers of a JSON number or list, however deep it is nested */
    static float[] floats(final JsonNode node) {
        if (node.isNumber()) {
            return new float[]{(float)node.asDouble()};
        }
        final List<Float> values = new ArrayList<>();
        node.forEach(child -> {
            for (final float value : floats(child)) {
                values.add(value);
            }
        });
        final float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }
}
