/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** A worker that does as the text says. */
final class TestWorker {

    private static int texts;

    private static ByteBuffer mapped;

    private TestWorker() {
    }

    static WorkerCommand command() {
        return new WorkerCommand(TestWorker.class.getName(),
            Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of).map(Path::toAbsolutePath).toList(),
            Path.of("none").toAbsolutePath());
    }

    public static void main(final String[] arguments) throws IOException {
        WorkerLoop.run(description -> {
            final String prefix = new String(description, StandardCharsets.UTF_8);
            return text -> (prefix + answer(new String(text, StandardCharsets.UTF_8))).getBytes(StandardCharsets.UTF_8);
        });
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void map() {
        try {
            final Path file = Files.createTempFile("worker", ".map");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
                mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, WorkerGuard.MEMORY_LIMIT + (1 << 26));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(final String text) {
        texts++;
        switch (text) {
            case "die" -> Runtime.getRuntime().halt(139);
            case "die unless fresh" -> {
                if (texts > 1) {
                    Runtime.getRuntime().halt(139);
                }
            }
            case "map" -> { // address space that is never touched counts as well, and costs nothing
                map();
                hang();
            }
            case "hang" -> hang();
            case "print" -> System.out.println("no answer");
            case "pid" -> {
                return Long.toString(ProcessHandle.current().pid());
            }
            default -> {
                return text.toUpperCase(Locale.ROOT);
            }
        }
        return text;
    }
}
