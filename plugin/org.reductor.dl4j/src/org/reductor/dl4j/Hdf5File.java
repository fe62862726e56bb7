/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.dl4j;

import org.bytedeco.hdf5.Attribute;
import org.bytedeco.hdf5.DSetCreatPropList;
import org.bytedeco.hdf5.DataSet;
import org.bytedeco.hdf5.DataSpace;
import org.bytedeco.hdf5.DataType;
import org.bytedeco.hdf5.Group;
import org.bytedeco.hdf5.H5File;
import org.bytedeco.hdf5.PredType;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.reductor.core.data.Limits;
import org.reductor.core.model.ModelFormatException;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An HDF5 file, read only. Unlike DL4J's {@link Hdf5Archive} it closes what it has opened also when something fails (an
 * object left open would keep the file open, and on Windows locked), and reads no text beyond its end. What HDF5 itself
 * cannot read comes as a {@link RuntimeException}.
 */
final class Hdf5File implements Closeable {

    private final H5File file;

    /**
     * What is directly in a group.
     *
     * @param groups names of groups
     * @param dataSets names of arrays
     */
    record Content(List<String> groups, List<String> dataSets) {
    }

    /** @param path the file */
    Hdf5File(final Path path) {
        // HDF5 is not made for several threads.
        synchronized (Hdf5Archive.LOCK_OBJECT) {
            // It would also print each error to the console.
            org.bytedeco.hdf5.Exception.dontPrint();
            try (BytePointer name = new BytePointer(path.toString(), StandardCharsets.UTF_8)) {
                file = new H5File(name, hdf5.H5F_ACC_RDONLY());
            }
        }
    }

    /**
     * @param name of an attribute of the file
     * @return its text, or null if there is no such attribute
     * @throws ModelFormatException if it is something else than one text
     */
    String attribute(final String name) throws ModelFormatException {
        synchronized (Hdf5Archive.LOCK_OBJECT) {
            if (!file.attrExists(name)) {
                return null;
            }
            try (Attribute attribute = file.openAttribute(name); DataSpace space = attribute.getSpace();
                DataType type = attribute.getDataType(); BytePointer text = new BytePointer(1)) {
                if (attribute.getTypeClass() != hdf5.H5T_STRING || space.getSimpleExtentNpoints() != 1) {
                    throw new ModelFormatException("The file is damaged: its attribute '" + name + "' is no text.");
                }
                if (type.getSize() > Limits.JSON_BYTES) {
                    throw new ModelFormatException("The file is damaged: its attribute '" + name + "' announces "
                        + type.getSize() + " bytes, and at most " + Limits.JSON_BYTES + " are read.");
                }
                attribute.read(type, text); // makes the pointer as long as the text
                final byte[] bytes = new byte[Math.toIntExact(text.limit())];
                text.get(bytes);
                return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\0+$", "");
            }
        }
    }

    /**
     * @param path names of groups with slashes between them
     * @return whether there is such a group
     */
    boolean hasGroup(final String path) {
        synchronized (Hdf5Archive.LOCK_OBJECT) {
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                if (end > 0 && !isGroup(path.substring(0, end))) {
                    return false;
                }
            }
            return isGroup(path);
        }
    }

    private boolean isGroup(final String path) {
        return file.nameExists(path) && file.childObjType(path) == hdf5.H5O_TYPE_GROUP;
    }

    /**
     * @param path of a group
     * @return what is in it
     */
    Content content(final String path) {
        synchronized (Hdf5Archive.LOCK_OBJECT) {
            final Content content = new Content(new ArrayList<>(), new ArrayList<>());
            try (Group group = file.openGroup(path)) {
                for (long i = 0; i < group.getNumObjs(); i++) {
                    try (BytePointer name = group.getObjnameByIdx(i)) {
                        final int type = group.childObjType(name);
                        if (type == hdf5.H5O_TYPE_GROUP) {
                            content.groups.add(name.getString(StandardCharsets.UTF_8));
                        } else if (type == hdf5.H5O_TYPE_DATASET) {
                            content.dataSets.add(name.getString(StandardCharsets.UTF_8));
                        }
                    }
                }
            }
            return content;
        }
    }

    /**
     * @param path of an array
     * @return its lengths
     * @throws ModelFormatException if it holds something else than real numbers
     */
    long[] shape(final String path) throws ModelFormatException {
        synchronized (Hdf5Archive.LOCK_OBJECT) {
            try (DataSet data = file.openDataSet(path); DataSpace space = data.getSpace()) {
                if (data.asAbstractDs().getTypeClass() != hdf5.H5T_FLOAT) {
                    throw new ModelFormatException("The array '" + path + "' does not hold floating-point numbers, as "
                        + "weights do. If the model was quantized, save it as it was before.");
                }
                final long[] shape = new long[space.getSimpleExtentNdims()];
                space.getSimpleExtentDims(shape);
                return shape;
            }
        }
    }

    /**
     * An array may have any shape without a value of it being in the file: what is not there reads as zeros.
     *
     * @param path of an array
     * @param length number of its values
     * @throws ModelFormatException if the file does not hold them
     */
    void requireStored(final String path, final int length) throws ModelFormatException {
        synchronized (Hdf5Archive.LOCK_OBJECT) {
            try (DataSet data = file.openDataSet(path); DataType type = data.asAbstractDs().getDataType();
                DSetCreatPropList properties = data.getCreatePlist()) {
                if (properties.getLayout() != hdf5.H5D_CHUNKED && properties.getExternalCount() > 0) {
                    throw new ModelFormatException("The values of the array '" + path + "' are in another file, and "
                        + "only what is in this one is read.");
                }
                final long bytes = length * type.getSize();
                final long stored = data.getStorageSize();
                final boolean packed =
                    properties.getLayout() == hdf5.H5D_CHUNKED && properties.getNfilters() > 0 && stored > 0;
                if (bytes > (packed ? Limits.unpacked(stored) : stored)) {
                    throw new ModelFormatException(String.format(Locale.ROOT, "The file is damaged: the array '%s' "
                        + "announces %,d bytes of values, but %,d are in the file%s.", path, bytes, stored,
                        packed ? ", packed" : ""));
                }
            }
        }
    }

    /**
     * @param path of an array
     * @param length number of its values, which has been checked
     * @return its values, the last index fastest
     */
    float[] floats(final String path, final int length) {
        synchronized (Hdf5Archive.LOCK_OBJECT) {
            try (DataSet data = file.openDataSet(path); FloatPointer pointer = new FloatPointer(length)) {
                data.read(pointer, PredType.NATIVE_FLOAT());
                final float[] floats = new float[length];
                pointer.get(floats);
                return floats;
            }
        }
    }

    @Override
    public void close() {
        synchronized (Hdf5Archive.LOCK_OBJECT) {
            file.close();
            file.deallocate();
        }
    }
}
