/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.reductor.core.data.Limits;
import org.reductor.core.model.ModelFormatException;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.links.SoftLink;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.message.DataLayout;

/**
 * An HDF5 file, read only, in plain Java: the HDF5 library itself crashes the process on some damaged files. The file is
 * read into memory, so that it is closed at once; what cannot be read comes as a {@link ModelFormatException}. Other
 * files that it names are never opened.
 */
final class Hdf5File implements Closeable {

    private final HdfFile file;

    /**
     * What is directly in a group.
     *
     * @param groups names of groups
     * @param dataSets names of arrays
     */
    record Content(List<String> groups, List<String> dataSets) {
    }

    /** @param path the file */
    Hdf5File(final Path path) throws IOException {
        final long size = Files.size(path);
        if (size > Integer.MAX_VALUE - Byte.SIZE) {
            throw new ModelFormatException(String.format(Locale.ROOT, "The file has %,d bytes, and HDF5 files of less "
                + "than 2 GB are read. Save the model without its optimizer: include_optimizer=False.", size));
        }
        Limits.requireHeap(size, "the file", "Give Java more memory.");
        final byte[] bytes = Files.readAllBytes(path);
        file = guarded(() -> HdfFile.fromBytes(bytes));
    }

    /** Damage may lead a reader anywhere; whatever comes of it is told as damage. */
    private static <T> T guarded(final Supplier<T> reading) throws ModelFormatException {
        final Thread thread = Thread.currentThread();
        final ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(HdfFile.class.getClassLoader()); // it looks for its filters there
        try {
            return reading.get();
        } catch (final RuntimeException | StackOverflowError | OutOfMemoryError | NoClassDefFoundError e) {
            throw new ModelFormatException(
                "The file is damaged, or of a kind of HDF5 that is not known here: it cannot be read ("
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ").");
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /**
     * @param name of an attribute of the file
     * @return its text, or null if there is no such attribute
     * @throws ModelFormatException if it is something else than one text
     */
    String attribute(final String name) throws ModelFormatException {
        final Attribute attribute = guarded(() -> file.getAttributes().get(name));
        if (attribute == null) {
            return null;
        }
        if (guarded(attribute::getJavaType) != String.class || guarded(attribute::getSize) != 1) {
            throw new ModelFormatException("The file is damaged: its attribute '" + name + "' is no text.");
        }
        if (guarded(attribute::getSizeInBytes) > Limits.JSON_BYTES) {
            throw new ModelFormatException("The file is damaged: its attribute '" + name + "' announces "
                + attribute.getSizeInBytes() + " bytes, and at most " + Limits.JSON_BYTES + " are read.");
        }
        final Object text = guarded(attribute::getData);
        return (text instanceof String[] one ? one[0] : String.valueOf(text)).replaceFirst("\0+$", "");
    }

    /** @return the node at a path, or null if there is none in this file */
    private Node find(final String path) throws ModelFormatException {
        return guarded(() -> {
            Node node = file;
            for (final String name : path.split("/", -1)) {
                node = node instanceof Group group && !name.isEmpty() ? target(group.getChild(name)) : null;
            }
            return node;
        });
    }

    /** @return what a link within the file leads to */
    private static Node target(final Node node) {
        if (node instanceof SoftLink link) {
            return link.isBrokenLink() ? null : link.getTarget();
        }
        return node;
    }

    /**
     * @param path names of groups with slashes between them
     * @return whether there is such a group
     * @throws ModelFormatException if the file cannot be read there
     */
    boolean hasGroup(final String path) throws ModelFormatException {
        return find(path) instanceof Group;
    }

    /**
     * @param path of a group
     * @return what is in it
     * @throws ModelFormatException if the file cannot be read there
     */
    Content content(final String path) throws ModelFormatException {
        final Node found = find(path);
        return guarded(() -> {
            final Content content = new Content(new ArrayList<>(), new ArrayList<>());
            for (final Node child : ((Group)found).getChildren().values()) {
                final Node node = target(child);
                if (node instanceof Group) {
                    content.groups.add(child.getName());
                } else if (node instanceof Dataset) {
                    content.dataSets.add(child.getName());
                }
            }
            return content;
        });
    }

    private Dataset array(final String path) throws ModelFormatException {
        if (find(path) instanceof Dataset array) {
            return array;
        }
        throw new ModelFormatException("The file is damaged: there is no array '" + path + "'.");
    }

    /**
     * @param path of an array
     * @return its lengths
     * @throws ModelFormatException if it holds something else than real numbers
     */
    long[] shape(final String path) throws ModelFormatException {
        final Dataset array = array(path);
        if (!(guarded(array::getDataType) instanceof FloatingPoint)) {
            throw new ModelFormatException("The array '" + path + "' does not hold floating-point numbers, as "
                + "weights do. If the model was quantized, save it as it was before.");
        }
        return Arrays.stream(guarded(array::getDimensions)).asLongStream().toArray();
    }

    /**
     * An array may have any shape without a value of it being in the file: what is not there reads as zeros.
     *
     * @param path of an array
     * @param length number of its values
     * @throws ModelFormatException if the file does not hold them
     */
    void requireStored(final String path, final int length) throws ModelFormatException {
        final Dataset array = array(path);
        final long bytes = (long)length * guarded(array::getDataType).getSize();
        final long stored = guarded(() -> array.isEmpty() ? 0 : array.getStorageInBytes());
        final boolean packed = array.getDataLayout() == DataLayout.CHUNKED && stored > 0
            && !guarded(array::getFilters).isEmpty();
        if (bytes > (packed ? Limits.unpacked(stored) : stored)) {
            throw new ModelFormatException(String.format(Locale.ROOT, "The file is damaged: the array '%s' "
                + "announces %,d bytes of values, but %,d are in the file%s.", path, bytes, stored,
                packed ? ", packed" : ""));
        }
    }

    /**
     * @param path of an array
     * @param length number of its values, which has been checked
     * @return its values, the last index fastest
     * @throws ModelFormatException if the file cannot be read there
     */
    float[] floats(final String path, final int length) throws ModelFormatException {
        final Object values = guarded(array(path)::getDataFlat);
        final float[] floats;
        if (values instanceof double[] doubles) {
            floats = new float[doubles.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float)doubles[i];
            }
        } else {
            floats = (float[])values;
        }
        if (floats.length != length) {
            throw new ModelFormatException(String.format(Locale.ROOT,
                "The file is damaged: the array '%s' has %,d values, not %,d.", path, floats.length, length));
        }
        return floats;
    }

    @Override
    public void close() {
        file.close();
    }
}
