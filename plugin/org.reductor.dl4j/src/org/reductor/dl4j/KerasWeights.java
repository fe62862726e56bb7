/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.data.Limits;
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

    /** A file with loops of groups must not keep us for ever: so deep, and so many groups, are looked into. */
    private static final int DEEPEST = 8;

    private static final int MOST_GROUPS = 5_000;

    private final Hdf5File file;
    private final String root;
    private final long largestSize;
    private final Map<String, Map<String, List<String>>> places = new HashMap<>();
    private long read;
    private int groups;

    /**
     * An array of the file.
     *
     * @param shape its lengths
     * @param floats its values, the last index fastest
     */
    record Array(long[] shape, float[] floats) {
    }

    /**
     * @param file the open file
     * @param largestSize bytes that all arrays together may have
     */
    KerasWeights(final Hdf5File file, final long largestSize) throws ModelFormatException {
        this.file = file;
        this.largestSize = largestSize;
        root = file.hasGroup(ROOT) ? ROOT + "/" : "";
    }

    boolean has(final String layer, final String... names) throws ModelFormatException {
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
        final String name = Arrays.stream(names).filter(arrays::containsKey).findFirst().orElse(null);
        if (name == null) {
            throw new ModelFormatException(
                "The file has no '" + names[0] + "' of layer '" + layer + "'" + elsewhere(layer));
        }
        final List<String> paths = arrays.get(name);
        if (paths.size() > 1) {
            throw new ModelFormatException("The file has several arrays '" + name + "' of layer '" + layer + "': "
                + String.join(", ", paths) + ". Give the layers of the model names that do not begin with that of "
                + "another and a slash.");
        }
        final long[] shape = file.shape(paths.get(0));
        final int length = requireRoom(layer, name, shape);
        file.requireStored(paths.get(0), length);
        // Packed values and those of another precision are copied.
        Limits.requireHeap(2 * read, "the weights up to layer '" + layer + "'", "Give Java more memory.");
        return new Array(shape, file.floats(paths.get(0), length));
    }

    private String elsewhere(final String layer) throws ModelFormatException {
        for (final TfmotWrapper wrapper : TfmotWrapper.values()) {
            if (file.hasGroup(root + wrapper.around(layer))) {
                return ", only of '" + wrapper.around(layer) + "': its weights were saved while TensorFlow's model "
                    + "optimisation toolkit was around it. " + wrapper.remedy() + ".";
            }
        }
        return ". Save the whole model, with its weights.";
    }

    /** @return number of values */
    private int requireRoom(final String layer, final String name, final long[] shape) throws ModelFormatException {
        if (shape.length < 1 || shape.length > 2 || Arrays.stream(shape).anyMatch(length -> length < 1)) {
            throw new ModelFormatException("The file is damaged: the array '" + name + "' of layer '" + layer
                + "' has the shape " + Arrays.toString(shape) + ".");
        }
        // As a double it cannot overflow; up to the limit it is exact.
        double values = 1;
        for (final long length : shape) {
            values *= length;
        }
        final double bytes = values * Float.BYTES;
        if (values > Limits.WEIGHTS || read + bytes > largestSize) {
            throw new ModelFormatException(String.format(Locale.ROOT,
                "The weights up to layer '%s' take %,.0f bytes, and %,d are allowed. Raise the limit if you trust the "
                    + "file.", layer, read + bytes, Math.min(largestSize, Limits.FOREIGN_BYTES)));
        }
        read += (long)bytes;
        return (int)values;
    }

    private Map<String, List<String>> places(final String layer) throws ModelFormatException {
        Map<String, List<String>> found = places.get(layer);
        if (found == null) {
            found = new HashMap<>();
            if (file.hasGroup(root + layer)) {
                collect(root + layer, 1, layer, found);
            }
            places.put(layer, found);
        }
        return found;
    }

    private void collect(final String group, final int depth, final String layer,
        final Map<String, List<String>> found) throws ModelFormatException {
        groups++;
        if (groups > MOST_GROUPS) {
            throw new ModelFormatException("The file is damaged: layer '" + layer + "' is behind more than "
                + MOST_GROUPS + " groups, or groups that hold themselves.");
        }
        final Hdf5File.Content content = file.content(group);
        for (final String dataSet : content.dataSets()) {
            found.computeIfAbsent(plainName(dataSet, layer), name -> new ArrayList<>()).add(group + "/" + dataSet);
        }
        for (final String inner : content.groups()) {
            if (depth < DEEPEST) {
                collect(group + "/" + inner, depth + 1, layer, found);
            }
        }
    }

    private static String plainName(final String dataSet, final String layer) {
        final String name = dataSet.replaceFirst(":\\d+$", "");
        return name.startsWith(layer + "_") ? name.substring(layer.length() + 1) : name;
    }
}
