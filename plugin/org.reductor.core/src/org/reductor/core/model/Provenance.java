/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import org.reductor.core.data.Dataset;
import org.reductor.core.data.Limits;
import org.reductor.core.data.RowRoles;
import org.reductor.core.prune.EnsembleSettings;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunRows;
import org.reductor.core.settings.Settings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a model comes from: enough to make it again and to check that it is the same.
 *
 * @param dataSha256 digest of the training data, see {@link Dataset#sha256()}
 * @param rows number of training rows
 * @param features number of features
 * @param settings every setting that the result depends on, by name
 * @param versions versions of Reductor, Java, the operating system and libraries, by name
 * @param started when the run started
 * @param seconds how long it took
 * @param roles what rows have been to each network, in this training and in those before; see {@link RunRows#roles()}.
 *            None for networks of unknown rows
 */
public record Provenance(String dataSha256, int rows, int features, SortedMap<String, String> settings,
    SortedMap<String, String> versions, Instant started, double seconds, RowRoles roles) {

    /** Copies the maps and checks their length. */
    public Provenance {
        Objects.requireNonNull(roles, "roles");
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        if (!Double.isFinite(seconds)) {
            throw new IllegalArgumentException("The duration is " + seconds + " s, which is no time.");
        }
        final long bytes = bytes(settings) + bytes(versions);
        if (bytes > Limits.TEXT_BYTES) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "Settings, versions and origin of the "
                + "networks have %,d bytes of text, and a model file takes at most %,d. Shorten the names in them.",
                bytes, Limits.TEXT_BYTES));
        }
    }

    /**
     * Where networks come from whose rows nobody knows.
     *
     * @param dataSha256 digest of the training data
     * @param rows number of training rows
     * @param features number of features
     * @param settings every setting that the result depends on, by name
     * @param versions versions of Reductor, Java, the operating system and libraries, by name
     * @param started when the run started
     * @param seconds how long it took
     */
    public Provenance(final String dataSha256, final int rows, final int features,
        final SortedMap<String, String> settings, final SortedMap<String, String> versions, final Instant started,
        final double seconds) {
        this(dataSha256, rows, features, settings, versions, started, seconds, RowRoles.NONE);
    }

    private static long bytes(final SortedMap<String, String> texts) {
        return texts.entrySet().stream()
            .mapToLong(e -> (e.getKey() + e.getValue()).getBytes(StandardCharsets.UTF_8).length).sum();
    }

    /**
     * The provenance of a pruning run on this machine without a selection table.
     *
     * @param data the training data
     * @param settings the run's settings
     * @param versions versions of Reductor and of libraries; Java and the system are added
     * @param started when the run started
     * @param seconds how long it took
     * @return the provenance
     */
    public static Provenance of(final Dataset data, final PruningSettings settings,
        final Map<String, String> versions, final Instant started, final double seconds) {
        return of(data, null, settings, versions, started, seconds);
    }

    /**
     * The provenance of a pruning run on this machine. The number of threads is left out: nothing depends on it.
     *
     * @param data the training data
     * @param selection the rows that decided which round won; null if those did that the settings name
     * @param settings the run's settings
     * @param versions versions of Reductor and of libraries; Java and the system are added
     * @param started when the run started
     * @param seconds how long it took
     * @return the provenance
     */
    public static Provenance of(final Dataset data, final Dataset selection, final PruningSettings settings,
        final Map<String, String> versions, final Instant started, final double seconds) {
        final SortedMap<String, String> described = Settings.toTexts(settings);
        described.put("selection", selection == null ? settings.judges().label() : "table");
        if (selection != null) {
            described.put("selectionRows", Integer.toString(selection.rows()));
            described.put("selectionSha256", selection.sha256());
        }
        return of(RunRows.of(data, selection, settings.ensemble()), described, versions, started, seconds);
    }

    /**
     * The provenance of networks that were trained on this machine in one round driven by hand.
     *
     * @param data the training data
     * @param settings how they were trained
     * @param before settings of the steps before, which are kept; may be empty
     * @param versions versions of Reductor and of libraries; Java and the system are added
     * @param started when the training started
     * @param seconds how long it took
     * @return the provenance
     */
    public static Provenance of(final Dataset data, final EnsembleSettings settings, final Map<String, String> before,
        final Map<String, String> versions, final Instant started, final double seconds) {
        final SortedMap<String, String> described = new TreeMap<>(before);
        described.putAll(Settings.toTexts(settings));
        return of(RunRows.of(data, null, settings), described, versions, started, seconds);
    }

    private static Provenance of(final RunRows rows, final SortedMap<String, String> settings,
        final Map<String, String> versions, final Instant started, final double seconds) {
        final Dataset data = rows.data();
        if (data.groups() != null) {
            settings.put("groups", Integer.toString(data.groups().count()));
            settings.put("groupsSha256", data.groups().sha256());
        }
        return new Provenance(data.sha256(), data.rows(), data.features().columns(), settings, withSystem(versions),
            started, seconds, rows.roles());
    }

    private static SortedMap<String, String> withSystem(final Map<String, String> versions) {
        final TreeMap<String, String> all = new TreeMap<>(versions);
        all.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        all.put("os", System.getProperty("os.name"));
        all.put("architecture", System.getProperty("os.arch"));
        return all;
    }

    /**
     * The provenance of a network that other software has trained, on data that nobody has described.
     *
     * @param features number of features that it reads
     * @param origin what its file says about itself, by name
     * @param versions versions of Reductor and of libraries; Java and the system are added
     * @return the provenance, without rows and with an empty digest
     */
    public static Provenance imported(final int features, final Map<String, String> origin,
        final Map<String, String> versions) {
        return new Provenance("", 0, features, new TreeMap<>(origin), withSystem(versions), Instant.now(), 0);
    }

    /** @return whether other software has trained the networks, on data that nobody has described */
    public boolean imported() {
        return dataSha256.isEmpty();
    }

    /**
     * @param duration how long the run took, in seconds
     * @return this provenance with that
     */
    public Provenance lasting(final double duration) {
        return new Provenance(dataSha256, rows, features, settings, versions, started, duration, roles);
    }

    /**
     * @param more settings of a further step, by name
     * @return this provenance with them
     */
    public Provenance with(final Map<String, String> more) {
        final TreeMap<String, String> all = new TreeMap<>(settings);
        all.putAll(more);
        return new Provenance(dataSha256, rows, features, all, versions, started, seconds, roles);
    }

    /**
     * @param index number of a network
     * @return the provenance of that network alone, which it names as the setting {@code member}
     */
    Provenance ofNetwork(final int index) {
        final TreeMap<String, String> all = new TreeMap<>(settings);
        all.put("member", Integer.toString(index));
        return new Provenance(dataSha256, rows, features, all, versions, started, seconds, roles.network(index));
    }

    /**
     * @param before where the networks came from that the training started from
     * @return this provenance with what rows had been to them as well
     * @throws IllegalArgumentException if that are too many
     */
    public Provenance startedFrom(final Provenance before) {
        return new Provenance(dataSha256, rows, features, settings, versions, started, seconds,
            roles.startedFrom(before.roles));
    }
}
