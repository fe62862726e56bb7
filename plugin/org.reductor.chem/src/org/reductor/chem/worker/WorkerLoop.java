/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The worker's side: answers until its input ends, which it does when the process that started it ends. A worker that
 * hangs does not notice; {@link WorkerGuard} does.
 */
public final class WorkerLoop {

    /** Begins each answer: whatever else native code may print is not taken for one. */
    static final int ANSWER = 0x52656475;

    /** The work on texts. */
    @FunctionalInterface
    public interface Work {
        /**
         * @param text UTF-8
         * @return the answer
         */
        byte[] answer(byte[] text) throws IOException;
    }

    /** Makes the work of a task. */
    @FunctionalInterface
    public interface Tasks {
        /**
         * @param description as given to {@link Task}
         * @return the work
         */
        Work work(byte[] description) throws IOException;
    }

    private WorkerLoop() {
    }

    /**
     * Says that the worker is ready, then answers one text after the other.
     *
     * @param tasks makes the work of each task
     * @throws IOException when a pipe breaks
     */
    public static void run(final Tasks tasks) throws IOException {
        final var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        final var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err); // the standard output is for answers
        WorkerGuard.start();
        final Map<Integer, Work> works = new HashMap<>();
        answer(out, new byte[0]);
        try {
            while (true) {
                final int id = in.readInt();
                if (in.readBoolean()) {
                    works.put(id, tasks.work(bytes(in)));
                }
                answer(out, works.get(id).answer(bytes(in)));
            }
        } catch (EOFException e) { // NOSONAR nobody asks any more
            return;
        }
    }

    private static byte[] bytes(final DataInputStream in) throws IOException {
        final byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    private static void answer(final DataOutputStream out, final byte[] answer) throws IOException {
        out.writeInt(ANSWER);
        out.writeInt(answer.length);
        out.write(answer);
        out.flush();
    }
}
