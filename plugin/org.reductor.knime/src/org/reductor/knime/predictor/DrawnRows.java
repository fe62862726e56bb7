/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.reductor.chem.DissectedMolecule;
import org.reductor.chem.MoleculeDissector;
import org.reductor.chem.MoleculeDissector.Detail;
import org.reductor.chem.MoleculeDissector.Molecule;
import org.reductor.chem.MoleculeDrawing;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.knime.column.Cancellation;
import org.reductor.knime.column.MoleculeCells;
import org.reductor.knime.predictor.NetworkPredictorParameters.Source;
import org.reductor.knime.predictor.PredictionViewData.Row;

/** The rows that a view shows, with the molecules that their features are made from. */
final class DrawnRows {

    /** Rows whose molecules are drawn: one takes milliseconds and some kilobytes. */
    static final int LARGEST = 300;

    /** Characters of a molecule that is shown as text. */
    private static final int LONGEST = 200;

    private final BufferedDataTable table;

    private final FeatureRecipe recipe;

    private final List<Molecule> molecules;

    private final MoleculeCells cells;

    private final boolean[] drawn;

    /**
     * @param table the rows
     * @param recipe how their features are made
     * @param parameters may name another column of molecules
     * @param order positions of the shown rows; the first ones are drawn
     */
    DrawnRows(final BufferedDataTable table, final FeatureRecipe recipe, final NetworkPredictorParameters parameters,
        final int[] order) {
        this.table = table;
        this.recipe = recipe;
        molecules = MoleculeDissector.molecules(recipe);
        cells = parameters.m_source == Source.MOLECULE_COLUMN
            ? new MoleculeCells(table.getDataTableSpec(), recipe, parameters.m_moleculeColumn)
            : new MoleculeCells(table.getDataTableSpec(), recipe);
        drawn = new boolean[order.length];
        Arrays.stream(order).limit(LARGEST).forEach(row -> drawn[row] = true);
    }

    /**
     * @param shown which rows of the table
     * @param similarity index of the column with the similarity
     * @param remarks receive what limits the drawings
     * @param exec may cancel
     * @return the rows
     */
    List<Row> read(final BitSet shown, final OptionalInt similarity, final List<String> remarks,
        final ExecutionContext exec) throws CanceledExecutionException {
        final List<DataRow> rows = new ArrayList<>();
        try (CloseableRowIterator all = table.iterator()) {
            for (int index = 0; all.hasNext(); index++) {
                final DataRow row = all.next();
                if (shown.get(index)) {
                    rows.add(row);
                }
            }
        }
        final boolean drawable = remark(rows.size(), remarks);
        final MoleculeDissector dissector = drawable ? dissector(remarks, exec) : null;
        final List<List<String>> drawings = IntStream.range(0, rows.size()).parallel()
            .mapToObj(i -> dissector == null || !drawn[i] ? List.<String> of() : drawings(dissector, rows.get(i)))
            .toList();
        exec.checkCanceled();
        return IntStream.range(0, rows.size()).mapToObj(i -> new Row(rows.get(i).getKey().getString(),
            drawable ? structures(rows.get(i)) : List.of(), drawings.get(i),
            similarity.isEmpty() ? null : similarity(rows.get(i), similarity.getAsInt()))).toList();
    }

    private boolean remark(final int rows, final List<String> remarks) {
        if (molecules.isEmpty()) {
            remarks.add("The features are not made from molecules here, so there is nothing to draw.");
            return false;
        }
        cells.lacking(molecules).ifPresent(remarks::add);
        final boolean drawable = molecules.stream().anyMatch(cells::has);
        if (drawable && rows > LARGEST) {
            remarks.add(String.format(Locale.ENGLISH, "Molecules are drawn for %,d rows: those that are predicted worst,"
                + " as far as true values are known. Others are shown as text.", LARGEST));
        }
        return drawable;
    }

    private MoleculeDissector dissector(final List<String> remarks, final ExecutionContext exec) {
        try {
            return new MoleculeDissector(recipe, new int[0], Detail.DRAWING, Cancellation.of(exec));
        } catch (IllegalArgumentException | IllegalStateException e) { // predictions are there all the same
            remarks.add("Molecules are not drawn: " + e.getMessage());
            return null;
        }
    }

    private List<String> drawings(final MoleculeDissector dissector, final DataRow row) {
        final List<String> drawings = new ArrayList<>();
        for (int m = 0; m < molecules.size(); m++) {
            if (cells.has(molecules.get(m))) {
                try {
                    dissector.dissect(m, cells.values(row)).flatMap(DissectedMolecule::drawing)
                        .map(MoleculeDrawing::plain).ifPresent(drawings::add);
                } catch (UnusableRowException e) { // NOSONAR the cell of the prediction says why
                } catch (IllegalStateException e) { // no process, or nobody waits any more
                    return List.of();
                }
            }
        }
        return drawings;
    }

    private List<String> structures(final DataRow row) {
        return Arrays.stream(cells.values(row)).filter(Objects::nonNull).map(Object::toString)
            .filter(text -> text.indexOf('\n') < 0) // a molblock says nothing to people
            .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text).toList();
    }

    private static Double similarity(final DataRow row, final int column) {
        return row.getCell(column) instanceof DoubleValue known ? Double.valueOf(known.getDoubleValue()) : null;
    }
}
