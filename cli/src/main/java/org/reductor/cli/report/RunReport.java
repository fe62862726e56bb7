/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.report;

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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.runner.workflow.NodeOutcome;
import org.reductor.runner.workflow.RunResult;
import org.reductor.runner.workflow.Workflow;

/**
 * The summary at the end of a run, from the files that the run has written to the workflow's data area. What a workflow
 * does not produce is left out; of what cannot be read, the reason is told.
 */
public final class RunReport {

    private static final String FEATURIZER = "Molecule Featurizer";

    private static final String MODEL = "model.reductor";

    private static final String UNPRUNED_MODEL = "model-unpruned.reductor";

    private static final String PREDICTIONS = "predictions.csv";

    private final Map<String, FileTime> before;

    private Path data;

    private Set<String> written;

    private RunResult result;

    /**
     * Remembers which files are there; to be made before the run.
     *
     * @param folder the workflow
     */
    public RunReport(final Path folder) {
        before = files(Workflow.dataArea(folder));
    }

    /**
     * @param run how the run went
     * @param folder where the workflow lies now
     * @param shown its data area, as the user is to see it
     * @return the summary, line by line
     */
    public List<String> lines(final RunResult run, final Path folder, final String shown) {
        result = run;
        data = Workflow.dataArea(folder);
        final Map<String, FileTime> now = files(data);
        now.entrySet().removeAll(before.entrySet());
        written = now.keySet();
        final Lines lines = new Lines();
        lines.heading("");
        lines.heading("Result");
        final Optional<NetworkModel> model = model(lines);
        molecules(lines, model);
        model.ifPresent(m -> WeightSection.add(lines, m));
        model.ifPresent(m -> predictions(lines, m.networks().heads().tasks()));
        fileSizes(lines);
        lines.add("Time", "%s", time(result.seconds()));
        newFiles(lines, shown);
        return lines.list();
    }

    private Optional<NetworkModel> model(final Lines lines) {
        if (written.contains(MODEL)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(data.resolve(MODEL)))) {
                return Optional.of(NetworkModel.read(in));
            } catch (final IOException ex) {
                lines.add("Model", "%s cannot be read, so there is nothing on weights and test rows: %s", MODEL,
                    ex.getMessage());
            }
        }
        return Optional.empty();
    }

    private void predictions(final Lines lines, final List<Task> tasks) {
        if (written.contains(PREDICTIONS)) {
            try {
                final CsvTable table = CsvTable.read(data.resolve(PREDICTIONS));
                tasks.forEach(task -> new TestSection(lines, table, PREDICTIONS, task).add());
            } catch (final IOException ex) {
                lines.add("Test", "no scores: %s cannot be read: %s", PREDICTIONS, ex.getMessage());
            }
        }
    }

    private void molecules(final Lines lines, final Optional<NetworkModel> model) {
        final Optional<NodeOutcome> featurizer = result.outcomes().stream()
            .filter(o -> o.node().node().name().equals(FEATURIZER) && o.rows().size() == 2).findFirst();
        featurizer.ifPresent(o -> {
            final long failed = o.rows().get(1);
            lines.add("Molecules", "%,d read, %,d skipped%s%s", o.rows().get(0), failed,
                failed > 0 && written.contains("failed.csv") ? " (see failed.csv)" : "",
                model.map(m -> String.format(Locale.ENGLISH, "; %,d for training", m.provenance().rows())).orElse(""));
        });
    }

    private void fileSizes(final Lines lines) {
        final Optional<Long> pruned = size(MODEL);
        final Optional<Long> unpruned = size(UNPRUNED_MODEL);
        if (pruned.isPresent() && unpruned.isPresent()) {
            lines.add("Model file", "%s unpruned, %s pruned", bytes(unpruned.get()), bytes(pruned.get()));
        } else {
            pruned.ifPresent(p -> lines.add("Model file", "%s", bytes(p)));
        }
    }

    private Optional<Long> size(final String name) {
        try {
            return written.contains(name) ? Optional.of(Files.size(data.resolve(name))) : Optional.empty();
        } catch (final IOException ex) {
            return Optional.empty();
        }
    }

    private void newFiles(final Lines lines, final String shown) {
        lines.add("Files", "%s", shown);
        written.forEach(name -> lines.add("", "%s", name));
    }

    private static Map<String, FileTime> files(final Path folder) {
        final Map<String, FileTime> found = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                for (final Path file : all.filter(Files::isRegularFile).toList()) {
                    found.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
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
