/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.UnusableFileException;
import org.reductor.core.model.WholeFile;
import org.reductor.core.prune.RoundRecord;
import org.reductor.knime.port.ModelFacts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reductor show}: what a model is, on one page. */
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    sortOptions = false,
    description = "Tell what a model is: what it predicts and from what, its rounds, and where it comes from.",
    customSynopsis = "reductor show MODEL.reductor",
    footer = {"%nFor instance:", "  reductor show target/runs/affinity/data/model.reductor"})
final class ShowCommand implements Callable<Integer> {

    private static final int WIDTH = 120;

    private final PrintStream out;

    private final PrintStream err;

    /** Where values begin, behind the longest name. */
    private int values;

    @Parameters(index = "0", paramLabel = "MODEL.reductor", description = "The model.")
    private Path source;

    ShowCommand(final PrintStream out, final PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        final Path file = TargetFile.absolute(source);
        final NetworkModel model;
        try {
            model = WholeFile.readModel(file);
        } catch (final UnusableFileException ex) {
            err.println(ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
        final ModelFacts facts = ModelFacts.of(model);
        values = 4 + facts.groups().stream().flatMap(group -> group.rows().stream()).mapToInt(row -> row[0].length())
            .max().orElse(0);
        out.println(facts.title());
        fact("File", String.format(Locale.ENGLISH, "%s, %,d bytes", file, Files.size(file)));
        facts.groups().forEach(group -> {
            out.println();
            out.println(group.title());
            group.rows().forEach(row -> fact(row[0], row[1]));
        });
        if (model.history().size() > 1) {
            out.println();
            rounds(model.history());
        }
        return ExitCode.SUCCESS;
    }

    /** A name and a value, which is wrapped at blanks below itself. */
    private void fact(final String name, final String value) {
        String start = "  " + name + " ".repeat(values - 2 - name.length());
        StringBuilder line = new StringBuilder(start);
        boolean empty = true;
        for (final String word : value.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                start = " ".repeat(values);
                line = new StringBuilder(start);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line);
    }

    private void rounds(final List<RoundRecord> history) {
        out.println("Rounds");
        out.printf(Locale.ENGLISH, "  %5s  %12s  %8s  %10s  %10s  %7s  %s%n", "round", "weights kept", "dropped",
            "error", "one by one", "epochs", "verdict");
        for (final RoundRecord round : history) {
            out.printf(Locale.ENGLISH, "  %5d  %,12d  %7.2f%%  %10.4g  %10.4g  %7d  %s%n", round.round(),
                round.keptEffective(), 100 * round.droppedEffective(), round.score(), round.singleScore(),
                round.epochs(), round.status().name().toLowerCase(Locale.ROOT));
        }
    }
}
