/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.AtomContributions;
import org.reductor.chem.DissectedMolecule;
import org.reductor.chem.MoleculeDissector;
import org.reductor.chem.MoleculeDissector.Detail;
import org.reductor.chem.MoleculeDissector.Molecule;
import org.reductor.chem.MoleculeDrawing;
import org.reductor.chem.RdkitVersion;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.SparseRow;
import org.reductor.core.explain.ExplainedOutput;
import org.reductor.core.explain.RowContributions;
import org.reductor.core.explain.RowExplainer;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.column.Cancellation;
import org.reductor.knime.column.FeatureSource;
import org.reductor.knime.column.MoleculeCells;
import org.reductor.knime.column.RowChunks;
import org.reductor.knime.column.UnusableRows;
import org.reductor.knime.explainer.MoleculeExplainerParameters.ScaleChoice;

/** The explanations of the predictions of a table's rows. */
final class MoleculeExplanations {

    /** Features that are named. */
    private static final int STRONGEST = 5;

    /** Share of the molecules whose strongest atom does not reach the full colour. */
    private static final double BELOW_FULL_COLOUR = 0.95;

    /**
     * Why a row is predicted as it is.
     *
     * @param contributions of its features
     * @param atoms one a molecule: contributions of its atoms, empty where there is no molecule
     * @param drawings one a molecule, {@code null} where there is none
     */
    record OfRow(RowContributions contributions, double[][] atoms, MoleculeDrawing[] drawings) {

        private double strongestAtom() {
            return Arrays.stream(atoms).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
        }
    }

    private final NetworkModel model;

    private final ExplainedOutput output;

    private final ScaleChoice scale;

    private final List<Molecule> molecules;

    /** Features that have no atoms. */
    private final BitSet atomless = new BitSet();

    private final Map<String, OfRow> ofRows = new HashMap<>();

    private final Map<String, String> reasons = new HashMap<>();

    private final UnusableRows unusable = new UnusableRows();

    private final UnusableRows undrawn = new UnusableRows();

    private final List<String> remarks = new ArrayList<>();

    private double fullColour;

    private MoleculeExplanations(final NetworkModel model, final ExplainedOutput output,
        final List<Molecule> molecules, final ScaleChoice scale) {
        this.model = model;
        this.output = output;
        this.molecules = molecules;
        this.scale = scale;
        IntStream.of(model.networks().inputsRead())
            .filter(feature -> !MoleculeDissector.hasAtoms(model.recipe().feature(feature).block()))
            .forEach(atomless::set);
    }

    /**
     * @param model the networks
     * @param table the rows
     * @param parameters the settings
     * @param exec hears the progress and may cancel
     * @return the explanations
     * @throws InvalidSettingsException when the table lacks what features are made of, or the target is unknown
     * @throws IllegalStateException when RDKit cannot be used
     */
    static MoleculeExplanations of(final NetworkModel model, final BufferedDataTable table,
        final MoleculeExplainerParameters parameters, final ExecutionContext exec)
        throws CanceledExecutionException, InvalidSettingsException {
        final SampledRows rows = SampledRows.of(table, parameters.m_rows, exec);
        final var cells = new MoleculeCells(table.getDataTableSpec(), model.recipe());
        final int[] withAtoms = IntStream.of(model.networks().inputsRead())
            .filter(feature -> MoleculeDissector.hasAtoms(model.recipe().feature(feature).block())).toArray();
        final var dissector =
            new MoleculeDissector(model.recipe(), withAtoms, Detail.DRAWING, Cancellation.of(exec));
        final var explanations = new MoleculeExplanations(model,
            parameters.output(model.networks().tasks()), dissector.molecules(), parameters.m_scale);
        rows.sentence().ifPresent(explanations.remarks::add);
        explanations.explain(rows, cells, dissector, exec);
        explanations.remark(withAtoms.length, cells);
        return explanations;
    }

    private void explain(final SampledRows rows, final MoleculeCells cells, final MoleculeDissector dissector,
        final ExecutionContext exec) throws CanceledExecutionException, InvalidSettingsException {
        final FeatureSource source = FeatureSource.find(rows.rows().getDataTableSpec(), model.recipe());
        source.prepare(rows.rows(), exec);
        final var explainer = new RowExplainer(model.networks(), output);
        RowChunks.<OfRow> run(rows.rows(), row -> {
            final SparseRow features = source.features(rows.position(row), row);
            final RowContributions contributions = explainer.contributions(features, atomless::get);
            final double[][] atoms = new double[molecules.size()][0];
            final MoleculeDrawing[] drawings = new MoleculeDrawing[atoms.length];
            for (int m = 0; m < atoms.length; m++) {
                if (cells.has(molecules.get(m))) {
                    draw(dissector, m, rows.position(row), row, cells, contributions, atoms, drawings);
                }
            }
            return new OfRow(contributions, atoms, drawings);
        }, (index, row, ofRow, reason) -> {
            if (ofRow == null) {
                unusable.add(index, key(row), reason);
                reasons.put(key(row), reason);
            } else {
                ofRows.put(key(row), ofRow);
            }
        }, exec);
        final double[] strongest = ofRows.values().stream().mapToDouble(OfRow::strongestAtom).sorted().toArray();
        fullColour = strongest.length == 0 ? 0 : strongest[(int)(BELOW_FULL_COLOUR * (strongest.length - 1))];
        if (unusable.count() > 0) {
            remarks.add(unusable.sentence(rows.rows().size(), "rows", "have no explanation"));
        }
        if (undrawn.count() > 0) {
            remarks.add(undrawn.sentence(rows.rows().size(), "rows", "have a molecule that could not be drawn"));
        }
        source.otherRdkit(rows.rows().getDataTableSpec(), model.provenance()).ifPresent(remarks::add);
        source.lostCharacters(rows.total()).ifPresent(remarks::add);
    }

    private void draw(final MoleculeDissector dissector, final int m, final int position, final DataRow row,
        final MoleculeCells cells, final RowContributions contributions, final double[][] atoms,
        final MoleculeDrawing[] drawings) {
        try {
            final DissectedMolecule molecule = dissector.dissect(m, cells.values(row)).orElse(null);
            if (molecule != null) {
                atoms[m] = AtomContributions.of(molecule, contributions.features(), contributions.contributions());
                drawings[m] = molecule.drawing().orElse(null);
            }
        } catch (UnusableRowException e) { // the prediction can be told all the same
            undrawn.add(position, key(row), e.getMessage());
        }
    }

    private void remark(final int withAtoms, final MoleculeCells cells) {
        cells.lacking(molecules).ifPresent(remarks::add);
        final int read = model.networks().inputsRead().length;
        if (withAtoms == 0) {
            remarks.add("No feature that the networks read is a bit or count of a fingerprint made here that tells its "
                + "atoms, so that atoms have no colour: what is told of a row is its features.");
        } else if (withAtoms < read) {
            remarks.add(String.format(Locale.ENGLISH, "%,d of the %,d features that the networks read have no atoms "
                + "(descriptors and the like); what they contribute together stands in a column of its own.",
                read - withAtoms, read));
        }
        if (withAtoms > 0) {
            RdkitVersion.difference("The atoms of features here", RdkitVersion.here(model.recipe()),
                "the features that the networks have learned from", RdkitVersion.of(model.provenance()))
                .filter(difference -> !remarks.contains(difference)).ifPresent(remarks::add);
        }
    }

    private static String key(final DataRow row) {
        return row.getKey().getString();
    }

    /** @return the molecules that features are made from */
    List<Molecule> molecules() {
        return molecules;
    }

    /** @return the explanation of a row; {@code null} if there is none */
    OfRow of(final String row) {
        return ofRows.get(row);
    }

    /** @return why there is none */
    String reason(final String row) {
        return reasons.getOrDefault(row, "The row is not among those that were drawn at random.");
    }

    /** @return the rows without an explanation that were to have one */
    UnusableRows unusable() {
        return unusable;
    }

    /** @return what the user should know, one sentence each */
    List<String> remarks() {
        return remarks;
    }

    /** @return the value of full colour, if it is the same for all molecules; 0 if no atom of any contributes */
    double fullColour() {
        return scale == ScaleChoice.SAME ? fullColour : 0;
    }

    /** @return a drawing of the row's molecule with its atoms coloured; empty if there is none */
    String drawing(final OfRow row, final int molecule) {
        if (row.drawings[molecule] == null) {
            return "";
        }
        final double own = Arrays.stream(row.atoms[molecule]).map(Math::abs).max().orElse(0);
        final double full = scale == ScaleChoice.SAME ? fullColour : own;
        return row.drawings[molecule].coloured(row.atoms[molecule], full > 0 ? full : 1, unit());
    }

    /** @return what contributions are of */
    private String unit() {
        final var task = model.networks().tasks().get(output.task());
        return task.isNumber() ? task.unit() : "log odds";
    }

    /** @return the features that contribute the most to a row, for people */
    String strongest(final OfRow row) {
        final int[] features = row.contributions.features();
        final double[] contributions = row.contributions.contributions();
        return IntStream.range(0, features.length).boxed()
            .sorted(Comparator.<Integer> comparingDouble(i -> -Math.abs(contributions[i])))
            .filter(i -> contributions[i] != 0).limit(STRONGEST)
            .map(i -> String.format(Locale.ENGLISH, "%s: %+.3g", model.recipe().feature(features[i]).name(),
                contributions[i]))
            .collect(Collectors.joining("; "));
    }
}
