/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Copies and deletes folders. */
final class FileTrees {

    private FileTrees() {
    }

    /** What links lead to is copied, so that the copy stands on its own. */
    static void copy(final Path from, final Path to) throws IOException {
        if (to.toAbsolutePath().normalize().startsWith(from.toAbsolutePath().normalize())) {
            throw new IOException("the folder " + to + " lies inside " + from + ", which is to be copied to it");
        }
        final List<Path> all;
        try (Stream<Path> walk = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            all = walk.toList();
        } catch (final UncheckedIOException ex) {
            throw ex.getCause();
        }
        for (final Path source : all) {
            final Path target = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else {
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                target.toFile().setWritable(true); // the copy of a read-only file would be read-only as well
            }
        }
    }

    /** Links are removed, never followed. */
    static void delete(final Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path dir, final IOException ex) throws IOException {
                if (ex != null) {
                    throw ex;
                }
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static void deleteQuietly(final Path folder) {
        if (folder != null && Files.exists(folder)) {
            try {
                delete(folder);
            } catch (final IOException ex) {
                folder.toFile().deleteOnExit(); // a temporary folder; the system clears it up
            }
        }
    }
}
