/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.util.UniqueNameGenerator;
import org.reductor.chem.MoleculeDissector.Molecule;
import org.reductor.core.data.Task;
import org.reductor.core.explain.ExplainedOutput;
import org.reductor.knime.image.Drawings;

/** The columns that the Molecule Explainer appends. */
final class ExplanationCells extends AbstractCellFactory {

    private static final DataCell NO_DRAWING =
        new MissingCell("There is no molecule in this row that can be drawn.");

    private final Task task;

    private final ExplainedOutput output;

    private final MoleculeExplanations explanations;

    /**
     * @param columns as {@link #specs} makes them
     * @param task the target that is explained
     * @param output what is explained of it
     * @param explanations of the rows; {@code null} when only the spec is asked for
     */
    ExplanationCells(final DataColumnSpec[] columns, final Task task, final ExplainedOutput output,
        final MoleculeExplanations explanations) {
        super(columns);
        this.task = task;
        this.output = output;
        this.explanations = explanations;
    }

    /**
     * @param table the table that columns are appended to
     * @param tasks what the networks predict
     * @param output what is explained
     * @param molecules the molecules of a row
     * @return the columns, with names that the table does not have yet
     */
    static DataColumnSpec[] specs(final DataTableSpec table, final List<Task> tasks, final ExplainedOutput output,
        final List<Molecule> molecules) {
        final List<DataColumnSpec> specs = new ArrayList<>();
        final var names = new UniqueNameGenerator(Set.of(table.getColumnNames()));
        final Task task = tasks.get(output.task());
        final String of = " (" + (isLikeliest(task, output) ? task.name() : output.label(tasks)) + ")";
        if (isLikeliest(task, output)) {
            specs.add(spec(names, "Explained class" + of, StringCell.TYPE));
        }
        specs.add(spec(names, (task.isNumber() ? "Prediction" : "Log odds") + of, DoubleCell.TYPE));
        for (final Molecule molecule : molecules) {
            final String which = molecules.size() == 1 ? "" : " of " + molecule.label();
            specs.add(spec(names, "Drawing" + which + of, Drawings.cellType()));
            specs.add(spec(names, "Atom contributions" + which + of, DoubleVectorCellFactory.TYPE));
        }
        specs.add(spec(names, "Contribution of other features" + of, DoubleCell.TYPE));
        specs.add(spec(names, "Strongest features" + of, StringCell.TYPE));
        return specs.toArray(DataColumnSpec[]::new);
    }

    private static boolean isLikeliest(final Task task, final ExplainedOutput output) {
        return !task.isNumber() && output.category() < 0;
    }

    private static DataColumnSpec spec(final UniqueNameGenerator names, final String name, final DataType type) {
        return new DataColumnSpecCreator(names.newName(name), type).createSpec();
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        final DataCell[] cells = new DataCell[getColumnSpecs().length];
        final String key = row.getKey().getString();
        final MoleculeExplanations.OfRow ofRow = explanations.of(key);
        if (ofRow == null) {
            Arrays.fill(cells, new MissingCell(explanations.reason(key)));
            return cells;
        }
        int next = 0;
        if (isLikeliest(task, output)) {
            cells[next++] = new StringCell(task.classes().get(ofRow.contributions().category()));
        }
        cells[next++] = new DoubleCell(ofRow.contributions().value());
        for (int m = 0; m < ofRow.atoms().length; m++) {
            final String drawing = explanations.drawing(ofRow, m);
            cells[next++] = drawing.isEmpty() ? NO_DRAWING : Drawings.cell(drawing);
            cells[next++] = ofRow.atoms()[m].length == 0 ? NO_DRAWING
                : DoubleVectorCellFactory.createCell(ofRow.atoms()[m]);
        }
        cells[next++] = new DoubleCell(ofRow.contributions().together());
        cells[next] = new StringCell(explanations.strongest(ofRow));
        return cells;
    }
}
