/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        ModelFile.write(out -> out.write(new byte[SIZE]), file, false, false);
        assertThat(bytesOutsideTheHeap()).isLessThan(before + SIZE / 2);
        assertThat(file).hasSize(SIZE);
    }
}
