/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.rdkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryCacheTest {

    private static final byte[] CONTENT = {1, 2, 3, 4};

    @TempDir
    Path folder;

    @Test
    void fileIsWrittenOnceAndUsedAgain() throws Exception {
        final LibraryCache cache = new LibraryCache(folder, false);
        final Path file = cache.file("lib.so", CONTENT);
        assertThat(file).hasBinaryContent(CONTENT);
        final FileTime past = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, past);

        assertThat(cache.file("lib.so", CONTENT)).isEqualTo(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(past);
    }

    @Test
    void damagedFileIsReplaced() throws Exception {
        final LibraryCache cache = new LibraryCache(folder, false);
        final Path file = cache.file("lib.so", CONTENT);
        Files.write(file, new byte[]{1, 2, 3, 5});

        assertThat(cache.file("lib.so", CONTENT)).isEqualTo(file).hasBinaryContent(CONTENT);
    }

    @Test
    void versionsLieInFoldersOfTheirOwn() throws Exception {
        final LibraryCache cache = new LibraryCache(folder, false);
        final Path one = cache.file("lib.so", CONTENT);
        final Path other = cache.file("lib.so", new byte[]{9});

        assertThat(one.getParent()).isNotEqualTo(other.getParent());
        assertThat(one).hasBinaryContent(CONTENT);
    }

    @Test
    void manyAtOnceAgreeOnOneFileAndLeaveNothingElse() throws Exception {
        final ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            final Callable<Path> unpack = () -> new LibraryCache(folder, false).file("lib.so", CONTENT);
            final List<Future<Path>> files = threads.invokeAll(Collections.nCopies(32, unpack));
            final Path first = files.get(0).get();
            for (final Future<Path> file : files) {
                assertThat(file.get()).isEqualTo(first);
            }
            try (Stream<Path> all = Files.list(first.getParent())) {
                assertThat(all).containsExactly(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
