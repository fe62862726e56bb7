/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.DissectedMolecule;
import org.reductor.chem.MoleculeDissector;
import org.reductor.chem.MoleculeDissector.Detail;
import org.reductor.chem.RdkitVersion;
import org.reductor.core.data.SparseRow;
import org.reductor.core.data.Targets;
import org.reductor.core.explain.ExplainedOutput;
import org.reductor.core.explain.FeatureReliance;
import org.reductor.core.explain.RowExplainer;
import org.reductor.core.explain.RowReliance;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.column.Cancellation;
import org.reductor.knime.column.FeatureSource;
import org.reductor.knime.column.MoleculeCells;
import org.reductor.knime.column.RowChunks;
import org.reductor.knime.column.UnusableRows;
import org.reductor.knime.labelled.TrueValues;

/** How far networks rely on each feature of the rows of a table, and by which substructures the rows have it. */
final class FeatureExplanation {

    private record Outcome(RowReliance reliance, Judges.Kind judges) {
    }

    private final NetworkModel model;

    private final ExplainedOutput output;

    private final FeatureReliance reliance;

    private final Substructures substructures = new Substructures();

    private final UnusableRows unusable = new UnusableRows();

    private final UnusableRows undrawn = new UnusableRows();

    private final List<String> remarks = new ArrayList<>();

    private FeatureExplanation(final NetworkModel model, final ExplainedOutput output) {
        this.model = model;
        this.output = output;
        reliance = new FeatureReliance(model.networks(), output);
    }

    /**
     * @param model the networks
     * @param table the rows
     * @param parameters the settings
     * @param exec hears the progress and may cancel
     * @return what they tell
     * @throws InvalidSettingsException when the table lacks what features are made of, or the target is unknown
     * @throws IllegalStateException when RDKit cannot be used
     */
    static FeatureExplanation of(final NetworkModel model, final BufferedDataTable table,
        final FeatureExplainerParameters parameters, final ExecutionContext exec)
        throws CanceledExecutionException, InvalidSettingsException {
        final var explanation = new FeatureExplanation(model, parameters.output(model.networks().tasks()));
        final SampledRows rows = SampledRows.of(table, parameters.m_rows, exec);
        rows.sentence().ifPresent(explanation.remarks::add);
        explanation.rely(table, rows, exec.createSubProgress(0.4));
        explanation.draw(rows, parameters.m_substructures, exec.createSubProgress(0.6));
        return explanation;
    }

    private void rely(final BufferedDataTable table, final SampledRows rows, final ExecutionMonitor exec)
        throws CanceledExecutionException, InvalidSettingsException {
        final FeatureSource source = FeatureSource.find(table.getDataTableSpec(), model.recipe());
        source.prepare(rows.rows(), exec);
        final Targets targets = TrueValues.read(table, model.networks().tasks(),
            model.provenance().settings().getOrDefault("weightColumn", ""), exec);
        final var judges = new Judges(model.provenance().roles(), model.recipe().width(), targets);
        final var explainer = new RowExplainer(model.networks(), output);
        RowChunks.<Outcome> run(rows.rows(), row -> {
            final int position = rows.position(row);
            final SparseRow features = source.features(position, row);
            final Judges.OfRow of = judges.of(features, position);
            return new Outcome(explainer.reliance(features, of.networks(),
                of.kind() == Judges.Kind.KNOWN_TO_ALL ? null : targets, position),
                targets.present(position, output.task()) ? of.kind() : null);
        }, (index, row, outcome, reason) -> {
            if (outcome == null) {
                unusable.add(index, row.getKey().getString(), reason);
                return;
            }
            reliance.add(outcome.reliance);
            if (outcome.judges != null) {
                judges.count(outcome.judges);
            }
        }, exec);
        if (!reliance.judged()) {
            remarks.add("No row has a true value of '" + model.networks().tasks().get(output.task()).name()
                + "' that could judge, so that there is no importance. Give the training table, with its targets.");
        }
        remarks.addAll(judges.sentences());
        if (unusable.count() > 0) {
            remarks.add(unusable.sentence(rows.rows().size(), "rows", "were left out"));
        }
        source.otherRdkit(table.getDataTableSpec(), model.provenance()).ifPresent(remarks::add);
        source.lostCharacters(rows.total()).ifPresent(remarks::add);
    }

    private void draw(final SampledRows rows, final int most, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        final int[] features = featuresWithAtoms();
        final var dissector = new MoleculeDissector(model.recipe(), features, Detail.ATOMS, Cancellation.of(exec));
        final var cells = new MoleculeCells(rows.rows().getDataTableSpec(), model.recipe());
        if (features.length == 0) {
            remarks.add("No feature is a bit or count of a fingerprint made here that tells its atoms, so that none "
                + "can be drawn.");
            return;
        }
        cells.lacking(dissector.molecules()).ifPresent(remarks::add);
        final int[] molecules = IntStream.range(0, dissector.molecules().size())
            .filter(m -> cells.has(dissector.molecules().get(m))).toArray();
        if (molecules.length == 0) {
            return;
        }
        run(rows, cells, dissector, molecules, row -> true, (row, molecule) -> substructures.count(row, molecule),
            exec.createSubProgress(0.5));
        substructures.choose(most);
        run(rows, cells, new MoleculeDissector(model.recipe(), features, Detail.SUBSTRUCTURES, Cancellation.of(exec)),
            molecules, substructures::isWanted, (row, molecule) -> substructures.draw(row, molecule),
            exec.createSubProgress(0.5));
        if (undrawn.count() > 0) {
            remarks.add(undrawn.sentence(rows.rows().size(), "rows", "have a molecule whose atoms could not be found"));
        }
        RdkitVersion.difference("The atoms of features here", RdkitVersion.here(model.recipe()),
            "the features that the networks have learned from", RdkitVersion.of(model.provenance()))
            .filter(difference -> !remarks.contains(difference)).ifPresent(remarks::add);
    }

    private int[] featuresWithAtoms() {
        return IntStream.of(model.networks().inputsRead())
            .filter(feature -> MoleculeDissector.hasAtoms(model.recipe().feature(feature).block())).toArray();
    }

    private interface Use {
        void accept(String row, DissectedMolecule molecule);
    }

    private void run(final SampledRows rows, final MoleculeCells cells, final MoleculeDissector dissector,
        final int[] molecules, final Predicate<String> wanted, final Use use,
        final ExecutionMonitor exec) throws CanceledExecutionException {
        RowChunks.<List<DissectedMolecule>> run(rows.rows(), row -> {
            final List<DissectedMolecule> found = new ArrayList<>();
            if (wanted.test(key(row))) {
                for (final int molecule : molecules) {
                    dissector.dissect(molecule, cells.values(row)).ifPresent(found::add);
                }
            }
            return found;
        }, (index, row, found, reason) -> {
            if (found == null) {
                undrawn.add(index, key(row), reason);
            } else {
                found.forEach(molecule -> use.accept(key(row), molecule));
            }
        }, exec);
    }

    private static String key(final DataRow row) {
        return row.getKey().getString();
    }

    NetworkModel model() {
        return model;
    }

    ExplainedOutput output() {
        return output;
    }

    FeatureReliance reliance() {
        return reliance;
    }

    Substructures substructures() {
        return substructures;
    }

    /** @return what the user should know, one sentence each */
    List<String> remarks() {
        return remarks;
    }

    /** @return why there is no drawing of a feature, as a sentence; empty if there is */
    Optional<String> undrawn(final int feature) {
        final Optional<String> noAtoms = MoleculeDissector.noAtoms(model.recipe().feature(feature).block());
        return noAtoms.isPresent() || substructures.count(feature) != 0 ? noAtoms
            : Optional.of("No molecule that was looked at has it.");
    }
}
