/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.reductor.core.data.Dataset;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.Provenance;
import org.reductor.core.model.Reproduction;
import org.reductor.core.prune.Checkpoints;
import org.reductor.core.prune.PruningResult;
import org.reductor.core.prune.PruningRun;
import org.reductor.core.prune.PruningSettings;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.prune.RunRows;
import org.reductor.core.settings.Settings;
import org.reductor.core.train.TrainingDivergedException;
import org.reductor.knime.bridge.Dl4jExtension;
import org.reductor.knime.modelfile.Versions;

/**
 * Trains a model of the Reductive Pruning Learner again, by what its provenance says.
 *
 * @param reproduction how the new networks compare with those of the model
 * @param otherVersions versions that are not those of the training, as sentences
 */
public record Verification(Reproduction reproduction, List<String> otherVersions) {

    /**
     * @param model the model
     * @param training a table with the rows that it was trained on, and perhaps others
     * @param selection the table that judged its rounds; {@code null} if training rows did
     * @param threads networks trained side by side; 0 for one a processor
     * @param monitor hears the progress and may cancel
     * @param exec makes tables
     * @return what came of it
     * @throws KNIMEException when the model cannot be made again: its settings do not say how, or the tables are others
     */
    public static Verification of(final NetworkModel model, final BufferedDataTable training,
        final BufferedDataTable selection, final int threads, final RunMonitor monitor, final ExecutionContext exec)
        throws KNIMEException, CanceledExecutionException {
        final Provenance provenance = model.provenance();
        final PruningSettings settings = settings(provenance).withThreads(threads);
        final boolean judged = "table".equals(provenance.settings().get("selection"));
        if (judged != (selection != null)) {
            throw new KNIMEException(judged
                ? "The rounds of the model were judged by a selection table. Give it with --selection."
                : "No selection table has judged the rounds of the model. Leave it out.");
        }
        final Dataset data = TrainingData.of(training, model, settings.rows(), exec);
        final Dataset judges = judged ? judges(selection, model, settings, exec) : null;
        try {
            final PruningResult result = PruningRun.run(RunRows.of(data, judges, settings.ensemble()), settings, null,
                Dl4jExtension.engine(settings.training()), Checkpoints.NONE, monitor);
            final boolean unpruned = model.history().size() == 1;
            final NetworkModel again = new NetworkModel(unpruned ? result.unpruned() : result.pruned(),
                model.recipe(), unpruned ? result.history().subList(0, 1) : result.history(), provenance);
            return new Verification(Reproduction.of(model, again), otherVersions(provenance, model));
        } catch (CancellationException e) {
            throw new CanceledExecutionException(e.getMessage());
        } catch (IllegalArgumentException | TrainingDivergedException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    private static PruningSettings settings(final Provenance provenance) throws KNIMEException {
        final String cannot = "The model cannot be made again from a table alone: ";
        if (provenance.imported()) {
            throw new KNIMEException(cannot + "other software has trained its networks.");
        }
        if (provenance.settings().containsKey("startNetworks")) {
            throw new KNIMEException(cannot + "its run started from other networks, those with the checksum "
                + provenance.settings().get("startNetworks") + ".");
        }
        if (provenance.settings().containsKey("member")) {
            throw new KNIMEException(cannot + "it is network " + provenance.settings().get("member")
                + " of a model, taken out of it. Verify the whole model.");
        }
        try {
            return Settings.fromTexts(provenance.settings(), PruningSettings.class);
        } catch (IllegalArgumentException e) {
            throw new KNIMEException(cannot + "it is not the result of one run of the Reductive Pruning Learner, or of "
                + "a newer version. " + e.getMessage(), e);
        }
    }

    private static Dataset judges(final BufferedDataTable selection, final NetworkModel model,
        final PruningSettings settings, final ExecutionContext exec)
        throws KNIMEException, CanceledExecutionException {
        final Dataset judges = TrainingData.read(selection, model, settings.rows(), exec);
        final String recorded = model.provenance().settings().get("selectionSha256");
        if (!judges.sha256().equals(recorded)) {
            throw new KNIMEException("The selection table is another: its SHA-256 is " + judges.sha256() + ", not "
                + recorded + ".");
        }
        return judges;
    }

    private static List<String> otherVersions(final Provenance provenance, final NetworkModel model) {
        final Provenance here = Provenance.imported(provenance.features(), Map.of(), Versions.of(model.recipe()));
        final TreeSet<String> names = new TreeSet<>(provenance.versions().keySet());
        names.addAll(here.versions().keySet());
        return names.stream().filter(name -> !Optional.ofNullable(provenance.versions().get(name))
            .equals(Optional.ofNullable(here.versions().get(name))))
            .map(name -> name + " was " + provenance.versions().getOrDefault(name, "unknown") + " and is "
                + here.versions().getOrDefault(name, "unknown") + " here")
            .toList();
    }
}
