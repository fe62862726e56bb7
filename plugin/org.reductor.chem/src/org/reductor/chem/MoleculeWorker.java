/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.RDKit.RWMol;
import org.reductor.chem.worker.CodeLocations;
import org.reductor.chem.worker.WorkerCommand;
import org.reductor.chem.worker.WorkerLoop;
import org.reductor.core.data.FeatureRecipe;

/** The program of a process that works on molecules for another one, and how its answers are written. */
final class MoleculeWorker {

    /** What {@link FeatureRecipe} needs to read and write JSON, found by its class loader. */
    private static final List<String> JSON = List.of("com.fasterxml.jackson.databind.ObjectMapper",
        "com.fasterxml.jackson.core.JsonFactory", "com.fasterxml.jackson.annotation.JsonInclude");

    private MoleculeWorker() {
    }

    /**
     * @return what starts the process
     * @throws IllegalStateException when something that it needs cannot be found; the message says what
     */
    static WorkerCommand command() {
        final Path library = RdkitLibrary.file();
        final Stream<Class<?>> own = Stream.of(MoleculeWorker.class, FeatureRecipe.class, RWMol.class);
        return new WorkerCommand(MoleculeWorker.class.getName(),
            Stream.concat(own, JSON.stream().map(MoleculeWorker::json)).map(CodeLocations::of).distinct().toList(),
            library);
    }

    private static Class<?> json(final String name) {
        ClassLoader loader = FeatureRecipe.class.getClassLoader();
        try {
            if (!name.equals(JSON.get(0))) { // in OSGi each knows only those that it uses itself
                loader = loader.loadClass(JSON.get(0)).getClassLoader();
            }
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param arguments the native library */
    public static void main(final String[] arguments) throws IOException {
        System.load(arguments[0]);
        WorkerLoop.run(description -> {
            final MoleculeWork work = MoleculeWork.of(description);
            return text -> answer(work, new String(text, StandardCharsets.UTF_8));
        });
    }

    private static byte[] answer(final MoleculeWork work, final String text) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        final var out = new DataOutputStream(bytes);
        try {
            out.writeBoolean(true);
            work.answer(text, out);
        } catch (UnusableRowException e) {
            bytes.reset();
            out.writeBoolean(false);
            out.write(e.getMessage().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /**
     * @param bytes the answer of the process
     * @param answer reads what the work has made of the molecule
     * @return what that returns
     * @throws UnusableRowException with the reason, when that is the answer
     */
    static <T> T read(final byte[] bytes, final IsolatedCalculation.Answer<T> answer) throws UnusableRowException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (!in.readBoolean()) {
                throw new UnusableRowException(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            return answer.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
