/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.node.KNIMEException;
import org.reductor.knime.modelfile.Place.Kind;

class ModelFileTest {

    private static final int SIZE = 8_000_000;

    @TempDir
    private Path folder;

    private static long bytesOutsideTheHeap() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct")).mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }

    @Test
    void aThreadThatWroteALargeArrayKeepsNoMemoryOutsideTheHeap() throws Exception {
        final Path file = folder.resolve("large.bin");
        final long before = bytesOutsideTheHeap();
        ModelFile.write(out -> out.write(new byte[SIZE]), Place.of(file), false, false);
        assertThat(bytesOutsideTheHeap()).isLessThan(before + SIZE / 2);
        assertThat(file).hasSize(SIZE);
    }

    private Place on(final Kind kind, final Path file) {
        return new Place(null, file, "'" + file.getFileName() + "'", kind);
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsHalfwayLeavesWhatWasThere(final Kind kind) throws Exception {
        final Path file = Files.writeString(folder.resolve("model.reductor"), "precious");
        for (final Path target : List.of(file, folder.resolve("new.reductor"))) {
            assertThatThrownBy(() -> ModelFile.write(out -> {
                out.write(new byte[100_000]);
                throw new IOException("The disk is full");
            }, on(kind, target), true, false)).isInstanceOf(KNIMEException.class)
                .hasMessageStartingWith("The networks could not be written to '" + target.getFileName()
                    + "': IOException, The disk is full. Check that "
                    + (kind == Kind.DISK ? "the folder can be written to" : "it can be reached"));
        }
        assertThat(file).hasContent("precious");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fileIsReplacedOnlyIfAllowed(final Kind kind) throws Exception {
        final Path file = Files.writeString(folder.resolve("model.reductor"), "precious and long");
        assertThatThrownBy(() -> ModelFile.write(out -> out.write('x'), on(kind, file), false, false))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("exists already");
        ModelFile.write(out -> out.write('x'), on(kind, file), true, false);
        assertThat(file).hasContent("x");
    }

    @Test
    void serverHasFoldersAndAnAddressHasNone() throws Exception {
        ModelFile.write(out -> out.write('x'), on(Kind.SERVER, folder.resolve("new/model.reductor")), false, true);
        assertThat(folder.resolve("new/model.reductor")).hasContent("x");
        assertThatThrownBy(() -> ModelFile.write(out -> out.write('x'),
            on(Kind.ADDRESS, folder.resolve("other/model.reductor")), false, true)).isInstanceOf(KNIMEException.class)
                .hasMessageContaining("could not be written");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void readOnlyFileSystemIsOneErrorThatNamesIt() {
        final Path file = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/model.reductor");
        assertThatThrownBy(() -> ModelFile.write(out -> out.write('x'), Place.of(file), true, false))
            .isInstanceOf(KNIMEException.class).hasMessageContaining("'/modules/model.reductor'")
            .hasMessageContaining("ReadOnlyFileSystemException").hasMessageContaining("can be written to");
    }
}
