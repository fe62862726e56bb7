/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** A worker that does as the text says. */
final class TestWorker {

    private static int texts;

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

    private static String answer(final String text) {
        texts++;
        switch (text) {
            case "die" -> Runtime.getRuntime().halt(139);
            case "die unless fresh" -> {
                if (texts > 1) {
                    Runtime.getRuntime().halt(139);
                }
            }
            case "hang" -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            case "print" -> System.out.println("no answer");
            case "pid" -> {
                return Long.toString(ProcessHandle.current().pid());
            }
            default -> {
                return text.toUpperCase(java.util.Locale.ROOT);
            }
        }
        return text;
    }
}
