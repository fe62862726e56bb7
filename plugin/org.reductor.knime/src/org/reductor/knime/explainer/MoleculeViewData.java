/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.reductor.core.data.Task;
import org.reductor.core.explain.ExplainedOutput;
import org.reductor.knime.explainer.MoleculeExplanations.OfRow;

/**
 * What the view of the Molecule Explainer shows; handed over as JSON.
 *
 * @param target what is explained
 * @param number whether that is a number, and not log odds
 * @param fullColour the contribution of full colour; {@code null} if each molecule has its own
 * @param total number of rows that are explained, of which the first are shown
 * @param remarks what limits what is shown, one sentence each
 * @param rows the rows
 */
public record MoleculeViewData(String target, boolean number, Double fullColour, long total, List<String> remarks,
    List<Row> rows) {

    /** Rows that are shown: some megabytes, which open in an instant. */
    static final int LARGEST = 500;

    /** Texts that come before the remarks in the table of texts. */
    private static final int FACTS = 4;

    private static final String VALUE = "Value";

    private static final String CLASS = "Class";

    private static final String OTHER = "Other";

    private static final String FEATURES = "Features";

    private static final String DRAWING = "Drawing ";

    /**
     * A row.
     *
     * @param id its RowID
     * @param category the class that is explained, {@code null} if it is the same for all
     * @param value the prediction, or the log odds of the class
     * @param other what features without atoms contribute
     * @param features the strongest features
     * @param drawings one a molecule
     */
    public record Row(String id, String category, double value, double other, String features,
        List<String> drawings) {
    }

    /**
     * @param explanations of rows
     * @param table the rows
     * @param tasks what the networks predict
     * @param output what is explained
     * @param exec of the node
     * @return what {@link #of} reads
     */
    static BufferedDataTable[] tables(final MoleculeExplanations explanations, final BufferedDataTable table,
        final List<Task> tasks, final ExplainedOutput output, final ExecutionContext exec) {
        final int drawings = explanations.molecules().size();
        final BufferedDataContainer container = exec.createDataContainer(spec(drawings));
        long total = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final String key = rows.next().getKey().getString();
                final OfRow ofRow = explanations.of(key);
                total += ofRow == null ? 0 : 1;
                if (ofRow != null && total <= LARGEST) {
                    container.addRowToTable(row(key, ofRow, explanations, tasks.get(output.task()), output));
                }
            }
        }
        container.close();
        final List<String> texts = new ArrayList<>(List.of(output.label(tasks),
            Boolean.toString(tasks.get(output.task()).isNumber()), Double.toString(explanations.fullColour()),
            Long.toString(total)));
        texts.addAll(explanations.remarks());
        return new BufferedDataTable[]{container.getTable(), ViewTables.of(texts, exec)};
    }

    private static DataTableSpec spec(final int drawings) {
        final var specs = new DataColumnSpec[4 + drawings];
        specs[0] = new DataColumnSpecCreator(VALUE, DoubleCell.TYPE).createSpec();
        specs[1] = new DataColumnSpecCreator(CLASS, StringCell.TYPE).createSpec();
        specs[2] = new DataColumnSpecCreator(OTHER, DoubleCell.TYPE).createSpec();
        specs[3] = new DataColumnSpecCreator(FEATURES, StringCell.TYPE).createSpec();
        for (int m = 0; m < drawings; m++) {
            specs[4 + m] = new DataColumnSpecCreator(DRAWING + m, StringCell.TYPE).createSpec();
        }
        return new DataTableSpec("Explanations", specs);
    }

    private static DataRow row(final String key, final OfRow ofRow, final MoleculeExplanations explanations,
        final Task task, final ExplainedOutput output) {
        final var cells = new DataCell[4 + explanations.molecules().size()];
        cells[0] = new DoubleCell(ofRow.contributions().value());
        cells[1] = task.isNumber() || output.category() >= 0 ? DataType.getMissingCell()
            : new StringCell(task.classes().get(ofRow.contributions().category()));
        cells[2] = new DoubleCell(ofRow.contributions().together());
        cells[3] = new StringCell(explanations.strongest(ofRow));
        for (int m = 0; m + 4 < cells.length; m++) {
            final String drawing = explanations.drawing(ofRow, m);
            cells[4 + m] = drawing.isEmpty() ? DataType.getMissingCell() : new StringCell(drawing);
        }
        return new DefaultRow(key, cells);
    }

    /**
     * @param tables as {@link #tables} makes them
     * @return their contents for the page
     */
    static MoleculeViewData of(final BufferedDataTable[] tables) {
        final List<String> texts = ViewTables.texts(tables[1]);
        final DataTableSpec spec = tables[0].getDataTableSpec();
        final List<Row> shown = new ArrayList<>();
        try (CloseableRowIterator rows = tables[0].iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final List<String> drawings = new ArrayList<>();
                for (int m = 0; spec.containsName(DRAWING + m); m++) {
                    drawings.add(ViewTables.text(spec, row, DRAWING + m));
                }
                drawings.removeIf(Objects::isNull);
                shown.add(new Row(row.getKey().getString(), ViewTables.text(spec, row, CLASS),
                    ViewTables.number(spec, row, VALUE), ViewTables.number(spec, row, OTHER),
                    ViewTables.text(spec, row, FEATURES), drawings));
            }
        }
        final double full = Double.parseDouble(texts.get(2));
        return new MoleculeViewData(texts.get(0), Boolean.parseBoolean(texts.get(1)), full > 0 ? full : null,
            Long.parseLong(texts.get(3)), texts.subList(FACTS, texts.size()), shown);
    }
}
