/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.reductor.core.model.ModelFormatException;
import org.reductor.core.model.NetworkModel;

/** Model files, wherever Spark reads files: on this machine, in HDFS or in an object store. */
final class ModelBytes {

    private ModelBytes() {
    }

    /**
     * @param path of a model file
     * @param hadoop how to reach it
     * @return its content
     * @throws ScreeningException if it cannot be read
     */
    static byte[] read(final String path, final Configuration hadoop) {
        final Path file = new Path(path);
        try (InputStream in = file.getFileSystem(hadoop).open(file)) {
            return in.readAllBytes();
        } catch (final IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * @param path of a model file
     * @param hadoop how to reach it
     * @return when it was written, in milliseconds
     * @throws ScreeningException if it is not there
     */
    static long changed(final String path, final Configuration hadoop) {
        final Path file = new Path(path);
        try {
            return file.getFileSystem(hadoop).getFileStatus(file).getModificationTime();
        } catch (final IOException e) {
            throw unreadable(path, e);
        }
    }

    private static ScreeningException unreadable(final String path, final IOException e) {
        return new ScreeningException(e instanceof FileNotFoundException
            ? "There is no model file '" + path + "' that can be read."
            : "The model file '" + path + "' cannot be read: " + e.getMessage(), e);
    }

    /**
     * @param path for messages
     * @param bytes the content of a model file
     * @return the model
     * @throws ScreeningException if it is damaged or something else
     */
    static NetworkModel parse(final String path, final byte[] bytes) {
        try {
            return NetworkModel.read(new ByteArrayInputStream(bytes));
        } catch (final ModelFormatException e) {
            throw new ScreeningException("'" + path + "' cannot be used as a model: " + e.getMessage(), e);
        } catch (final IOException e) {
            throw unreadable(path, e);
        }
    }
}
