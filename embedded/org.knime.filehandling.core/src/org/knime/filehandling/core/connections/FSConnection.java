/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.filehandling.core.connections;

import java.io.Closeable;
import java.io.IOException;

/** A file system that is open. */
public interface FSConnection extends Closeable {

    FSFileSystem<?> getFileSystem();

    @Override
    default void close() throws IOException {
        // files of this machine hold nothing open
    }
}
