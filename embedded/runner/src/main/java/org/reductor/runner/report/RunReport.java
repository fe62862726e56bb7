/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.reductor.core.model.NetworkModel;
import org.reductor.runner.workflow.DataArea;
import org.reductor.runner.workflow.NodeOutcome;
import org.reductor.runner.workflow.RunResult;

/**
 * The summary at the end of a run, from the files in the workflow's data area. What a workflow does not produce is left
 * out.
 */
public final class RunReport {

    private static final String FEATURIZER = "Molecule Featurizer";

    private final Path data;

    private final Map<Path, FileTime> before;

    private RunResult result;

    /**
     * Remembers which files are there; to be made before the run.
     *
     * @param folder the workflow
     */
    public RunReport(final Path folder) {
        this.data = DataArea.of(folder);
        this.before = files();
    }

    /**
     * @param run how the run went
     * @param shown the workflow's folder as the user is to see it
     * @return the summary, line by line
     */
    public List<String> lines(final RunResult run, final String shown) {
        result = run;
        final Lines lines = new Lines();
        lines.heading("");
        lines.heading("Result");
        final Optional<NetworkModel> model = model("model.reductor");
        molecules(lines, model);
        model.ifPresent(m -> WeightSection.add(lines, m.history()));
        final Optional<CsvTable> predictions = CsvTable.read(data.resolve("predictions.csv"));
        if (model.isPresent() && predictions.isPresent()) {
            TestSection.add(lines, predictions.get(), model.get().target());
        }
        fileSizes(lines);
        lines.add("Time", "%s", time(result.seconds()));
        newFiles(lines, shown);
        return lines.list();
    }

    private Optional<NetworkModel> model(final String name) {
        final Path file = data.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Optional.of(NetworkModel.read(in));
        } catch (final IOException ex) {
            return Optional.empty();
        }
    }

    private void molecules(final Lines lines, final Optional<NetworkModel> model) {
        final Optional<NodeOutcome> featurizer = result.outcomes().stream()
            .filter(o -> o.node().node().name().equals(FEATURIZER) && o.rows().size() == 2).findFirst();
        featurizer.ifPresent(o -> {
            final long failed = o.rows().get(1);
            lines.add("Molecules", "%,d read, %,d skipped%s%s", o.rows().get(0), failed,
                failed > 0 && Files.exists(data.resolve("failed.csv")) ? " (see failed.csv)" : "",
                model.map(m -> String.format(Locale.ENGLISH, "; %,d for training", m.provenance().rows())).orElse(""));
        });
    }

    private void fileSizes(final Lines lines) {
        final Optional<Long> after = size("model.reductor");
        final Optional<Long> before = size("model-unpruned.reductor");
        if (after.isPresent() && before.isPresent()) {
            lines.add("Model file", "%s unpruned, %s pruned", bytes(before.get()), bytes(after.get()));
        } else {
            after.ifPresent(a -> lines.add("Model file", "%s", bytes(a)));
        }
    }

    private Optional<Long> size(final String name) {
        try {
            final Path file = data.resolve(name);
            return Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty();
        } catch (final IOException ex) {
            return Optional.empty();
        }
    }

    private void newFiles(final Lines lines, final String shown) {
        lines.add("Files", "%s", shown + "/" + data.getFileName());
        files().entrySet().stream().filter(f -> !f.getValue().equals(before.get(f.getKey())))
            .forEach(f -> lines.add("", "%s", f.getKey().getFileName()));
    }

    private Map<Path, FileTime> files() {
        final Map<Path, FileTime> found = new TreeMap<>();
        if (Files.isDirectory(data)) {
            try (Stream<Path> all = Files.list(data)) {
                for (final Path file : all.filter(Files::isRegularFile).toList()) {
                    found.put(file, Files.getLastModifiedTime(file));
                }
            } catch (final IOException ex) {
                return found; // the list of files is a courtesy
            }
        }
        return found;
    }

    private static String bytes(final long size) {
        if (size >= 1 << 20) {
            return String.format(Locale.ENGLISH, "%.1f MB", size / 1048576.0);
        }
        return String.format(Locale.ENGLISH, "%.1f kB", size / 1024.0);
    }

    private static String time(final double seconds) {
        final long whole = Math.round(seconds);
        return whole >= 60 ? whole / 60 + " min " + whole % 60 + " s"
            : String.format(Locale.ENGLISH, "%.1f s", seconds);
    }
}
