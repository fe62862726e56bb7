/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.predict;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.reductor.cli.table.Compression;

/**
 * A file that is written in blocks, each of which is on the disk before the next begins and, compressed, stands for
 * itself. What was written behind the last whole block can be cut off and written again, with the same bytes.
 */
final class BlockFile implements Closeable {

    private final FileChannel channel;

    private final Compression compression;

    private OutputStream block;

    /**
     * @param file created if it is not there
     * @param compression of each block
     * @param length what is kept of it, in bytes
     * @throws IOException if it cannot be written, or another process is writing it
     */
    BlockFile(final Path file, final Compression compression, final long length) throws IOException {
        this.compression = compression;
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(file);
            if (channel.size() < length) {
                throw new IOException("The file '" + file + "' is shorter than it was: " + channel.size()
                    + " bytes instead of " + length + ". Add --restart to begin anew.");
            }
            channel.truncate(length);
            channel.position(length);
        } catch (final IOException ex) {
            channel.close();
            throw ex;
        }
    }

    /** The lock ends with the file or the process. */
    private void lock(final Path file) throws IOException {
        boolean held;
        try {
            held = channel.tryLock() != null;
        } catch (final OverlappingFileLockException ex) {
            held = false;
        }
        if (!held) {
            throw new IOException("Another run is writing '" + file + "'. Wait for its end, or choose another output.");
        }
    }

    void write(final byte[] bytes) throws IOException {
        if (block == null) {
            final var file = new FilterOutputStream(Channels.newOutputStream(channel)) {
                @Override
                public void write(final byte[] buffer, final int from, final int length) throws IOException {
                    out.write(buffer, from, length);
                }

                @Override
                public void close() {
                    // the next block goes on
                }
            };
            block = compression.write(new BufferedOutputStream(file, 1 << 16));
        }
        block.write(bytes);
    }

    /** @return length of the file, all of which is on the disk now */
    long endBlock() throws IOException {
        if (block != null) {
            block.close();
            block = null;
        }
        channel.force(false);
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
