/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What a run's networks depend on, as it stands in a run folder.
 *
 * @param sha256 digest of the training data
 * @param rows number of training rows
 * @param features number of features
 * @param settings every setting that the networks depend on
 * @param versions what computes them
 */
record RunDescription(String sha256, int rows, int features, SortedMap<String, String> settings,
    SortedMap<String, String> versions) {

    private static final String FORMAT = "reductor-run";

    /** Differences that are told; the rest is counted. */
    private static final int TOLD = 6;

    static RunDescription of(final Provenance run) {
        return new RunDescription(run.dataSha256(), run.rows(), run.features(), run.settings(), run.versions());
    }

    byte[] bytes() throws IOException {
        final ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("version",
            FileKind.VERSION);
        json.put("dataSha256", sha256).put("rows", rows).put("features", features);
        settings.forEach(json.putObject("settings")::put);
        versions.forEach(json.putObject("versions")::put);
        return ReproducibleZip.bytes(json);
    }

    /**
     * @param file that {@link #bytes()} were written to
     * @return what it says
     * @throws ModelFormatException if it is damaged or something else
     */
    static RunDescription read(final Path file) throws IOException {
        if (Files.size(file) > Limits.JSON_BYTES) {
            throw new ModelFormatException("It has " + Files.size(file) + " bytes, and at most " + Limits.JSON_BYTES
                + " are read.");
        }
        try {
            final Fields json = new Fields(new ObjectMapper().readTree(Files.readAllBytes(file)), "run");
            if (!json.text("format").equals(FORMAT) || json.integer("version") != FileKind.VERSION) {
                throw new ModelFormatException("Its format is '" + json.text("format") + "', version "
                    + json.integer("version") + ", but this Reductor knows '" + FORMAT + "', version "
                    + FileKind.VERSION + ".");
            }
            return new RunDescription(json.text("dataSha256"), json.integer("rows"), json.integer("features"),
                json.texts("settings"), json.texts("versions"));
        } catch (final JsonProcessingException e) {
            throw new ModelFormatException("It is not valid JSON, " + e.getOriginalMessage() + ".", e);
        }
    }

    /**
     * @param here another run
     * @return what is different there, as the end of a sentence; empty if nothing is
     */
    Optional<String> difference(final RunDescription here) {
        final List<String> differences = new ArrayList<>();
        if (!sha256.equals(here.sha256)) {
            differences.add(String.format(Locale.ROOT,
                "the training data are others (%d rows of %d features, SHA-256 %.12s..., there; %d rows of %d "
                    + "features, SHA-256 %.12s..., here)",
                rows, features, sha256, here.rows, here.features, here.sha256));
        }
        differences(differences, "the setting", settings, here.settings);
        differences(differences, "the version of", versions, here.versions);
        final int more = differences.size() - TOLD;
        return differences.isEmpty() ? Optional.empty()
            : Optional.of(String.join("; ", differences.subList(0, Math.min(TOLD, differences.size())))
                + (more > 0 ? "; and " + more + " more" : ""));
    }

    private static void differences(final List<String> differences, final String what,
        final Map<String, String> there, final Map<String, String> here) {
        final TreeSet<String> names = new TreeSet<>(there.keySet());
        names.addAll(here.keySet());
        for (final String name : names) {
            if (!there.getOrDefault(name, "").equals(here.getOrDefault(name, ""))) {
                differences.add(what + " '" + name + "' is " + shown(there.get(name)) + " there and "
                    + shown(here.get(name)) + " here");
            }
        }
    }

    private static String shown(final String value) {
        return value == null ? "missing" : value;
    }
}
