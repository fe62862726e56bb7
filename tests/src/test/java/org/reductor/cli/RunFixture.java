/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.reductor.runner.workflow.CancelFlag;

/** A writable copy of a workflow, by default the one that the real platform saved, and a command to run it with. */
final class RunFixture {

    static final String READER = "CSV Reader (#1)/settings.xml";

    static final String PARTITIONER = "Table Partitioner (#2)/settings.xml";

    static final String SCORER = "Numeric Scorer (#3)/settings.xml";

    static final String WRITER = "CSV Writer (#4)/settings.xml";

    final Path root;

    final Path workflow;

    final CancelFlag cancel = new CancelFlag();

    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();

    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();

    RunFixture(final Path folder) throws IOException, URISyntaxException {
        this(folder, "reference-workflow");
    }

    /** @param resource a workflow among the test resources */
    RunFixture(final Path folder, final String resource) throws IOException, URISyntaxException {
        root = folder.resolve("project");
        workflow = folder.resolve("source").resolve("example");
        final String file = "/" + resource + "/workflow.knime";
        FileTrees.copy(Path.of(RunFixture.class.getResource(file).toURI()).getParent(), workflow);
    }

    /** Replaces the first occurrence of a text in one of the workflow's files, which must have it. */
    RunFixture edit(final String file, final String from, final String to) throws IOException {
        final Path path = workflow.resolve(file);
        final String text = Files.readString(path);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        final int at = text.indexOf(from);
        Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
        return this;
    }

    int run(final String... args) {
        outBytes.reset();
        errBytes.reset();
        return new ReductorCommand(stream(outBytes), stream(errBytes), root, cancel).run(args);
    }

    /** Executes the workflow in place. */
    int runInPlace(final String... options) {
        final String[] args = new String[options.length + 2];
        args[0] = "-workflowDir=" + workflow;
        args[1] = "-nosave";
        System.arraycopy(options, 0, args, 2, options.length);
        return run(args);
    }

    private static PrintStream stream(final ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    String out() {
        return outBytes.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return errBytes.toString(StandardCharsets.UTF_8);
    }
}
