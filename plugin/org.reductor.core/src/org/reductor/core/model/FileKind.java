/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

/** The kinds of file of this package: each is a zip with one JSON entry and then the arrays that it lists. */
enum FileKind {

    /** Networks to predict with. */
    MODEL("reductor-model", "model.json", "model file", "Reductor model"),

    /** A trained network that a run goes on with, see {@link CheckpointFolder}. */
    TRAINED("reductor-trained", "trained.json", "saved network", "saved network"),

    /** What training networks leaves for the next step of a round. */
    ROUND("reductor-round", "round.json", "saved round", "saved round"),

    /** Perturbed networks. */
    PERTURBED("reductor-perturbed", "perturbed.json", "file of perturbed networks", "file of perturbed networks"),

    /** Scores of weights. */
    DEVIATIONS("reductor-deviations", "deviations.json", "file of deviations", "file of deviations");

    /** Version of all formats. */
    static final int VERSION = 1;

    private final String format;
    private final String jsonEntry;
    private final String noun;
    private final String description;

    FileKind(final String format, final String jsonEntry, final String noun, final String description) {
        this.format = format;
        this.jsonEntry = jsonEntry;
        this.noun = noun;
        this.description = description;
    }

    /** @return what the file says it is */
    String format() {
        return format;
    }

    /** @return name of the first entry */
    String jsonEntry() {
        return jsonEntry;
    }

    /** @return what messages call the file, after "The" */
    String noun() {
        return noun;
    }

    /** @return what messages call the file, after "a" */
    String description() {
        return description;
    }
}
