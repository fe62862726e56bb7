/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.filehandling.core.connections;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.DirectoryStream.Filter;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

/** Does to files of this machine what is asked of paths of one file system. */
final class EmbeddedProvider extends FileSystemProvider {

    private final FSFileSystem<?> files;

    EmbeddedProvider(final FSFileSystem<?> files) {
        this.files = files;
    }

    private Path real(final Path path) throws IOException {
        if (path.getFileSystem() != files) {
            throw new ProviderMismatchException();
        }
        return files.real((FSPath)path);
    }

    /** As a URL says no more than where a file is. */
    private Path changeable(final Path path) throws IOException {
        if (files.url()) {
            throw new UnsupportedOperationException("Not supported for URLs");
        }
        return real(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(final Path path, final Set<? extends OpenOption> options,
        final FileAttribute<?>... attrs) throws IOException {
        return Files.newByteChannel(real(path), options, attrs);
    }

    @Override
    public void createDirectory(final Path dir, final FileAttribute<?>... attrs) throws IOException {
        Files.createDirectory(changeable(dir), attrs);
    }

    @Override
    public void delete(final Path path) throws IOException {
        Files.delete(changeable(path));
    }

    @Override
    public void copy(final Path source, final Path target, final CopyOption... options) throws IOException {
        Files.copy(changeable(source), real(target), options);
    }

    @Override
    public void move(final Path source, final Path target, final CopyOption... options) throws IOException {
        Files.move(changeable(source), real(target), options);
    }

    @Override
    public boolean isSameFile(final Path path, final Path path2) throws IOException {
        return Files.isSameFile(real(path), real(path2));
    }

    @Override
    public boolean isHidden(final Path path) throws IOException {
        return Files.isHidden(real(path));
    }

    @Override
    public void checkAccess(final Path path, final AccessMode... modes) throws IOException {
        final Path real = real(path);
        real.getFileSystem().provider().checkAccess(real, modes);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(final Path path, final Class<A> type,
        final LinkOption... options) throws IOException {
        return Files.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(final Path path, final String attributes, final LinkOption... options)
        throws IOException {
        return Files.readAttributes(real(path), attributes, options);
    }

    @Override
    public String getScheme() {
        return "embedded";
    }

    @Override
    public FileSystem newFileSystem(final URI uri, final Map<String, ?> env) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(final URI uri) {
        return files;
    }

    @Override
    public Path getPath(final URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(final Path dir, final Filter<? super Path> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileStore getFileStore(final Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(final Path path, final Class<V> type,
        final LinkOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(final Path path, final String attribute, final Object value,
        final LinkOption... options) {
        throw new UnsupportedOperationException();
    }
}
