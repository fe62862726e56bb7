/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.history;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.reductor.core.data.Task;
import org.reductor.core.prune.ControlRecord;
import org.reductor.core.prune.RoundRecord;
import org.reductor.core.prune.RoundRecord.Status;
import org.reductor.knime.port.ScoreText;

/**
 * The rounds of a run as a table. Its columns are named by what the score is. The time comes last, as the
 * only column that a seed leaves open.
 */
public final class HistoryTable {

    /** Column with the number of the round; missing in rows of controls. */
    public static final String ROUND = "Round";

    /** Column with the number of weights that can still change an output. */
    public static final String KEPT_EFFECTIVE = "Weights kept (effective)";

    /** Column with the generalised degrees of freedom; missing where there were no perturbed networks. */
    public static final String DEGREES_OF_FREEDOM = "Degrees of freedom";

    /** Column with what else is to be said of a round or control. */
    public static final String NOTE = "Note";

    private HistoryTable() {
    }

    /**
     * @param tasks what the networks predict
     * @return the table's columns
     */
    public static DataTableSpec spec(final List<Task> tasks) {
        final String title = ScoreText.title(tasks);
        final boolean number = ScoreText.isOneNumber(tasks);
        final String score = ScoreText.label(tasks.get(0));
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(column(ROUND, IntCell.TYPE),
            column("Weights (total)", LongCell.TYPE), column("Weights kept (nominal)", LongCell.TYPE),
            column(KEPT_EFFECTIVE, LongCell.TYPE), column("Dropped (effective, %)", DoubleCell.TYPE),
            column(score(tasks), DoubleCell.TYPE),
            column("Standard error", DoubleCell.TYPE),
            column(number ? "Judged " + score + " (single network, mean)" : title + " of single networks, mean",
                DoubleCell.TYPE),
            column(number ? "Validation " + score : "Validation loss", DoubleCell.TYPE),
            column("Hidden units alive", IntCell.TYPE), column("Inputs alive", IntCell.TYPE),
            column(DEGREES_OF_FREEDOM, DoubleCell.TYPE), column("Epochs", IntCell.TYPE),
            column("Accepted", BooleanCell.TYPE), column(NOTE, StringCell.TYPE)));
        ScoreText.others(tasks).forEach(metric -> columns.add(column(metric.label(), DoubleCell.TYPE)));
        columns.add(column("Time (s)", DoubleCell.TYPE));
        return new DataTableSpec("Pruning history of " + Task.names(tasks), columns.toArray(DataColumnSpec[]::new));
    }

    /** @return name of the column with the score of each round, by which workflows know that of a single number */
    static String score(final List<Task> tasks) {
        return ScoreText.isOneNumber(tasks) ? "Judged " + ScoreText.label(tasks.get(0)) + " (ensemble)"
            : ScoreText.title(tasks);
    }

    /**
     * @param history one record a round
     * @param controls what stands beside the result, below the rounds
     * @param tasks what the networks predict
     * @param exec makes the table
     * @return the table
     */
    public static BufferedDataTable create(final List<RoundRecord> history, final List<ControlRecord> controls,
        final List<Task> tasks, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(spec(tasks));
        for (final RoundRecord record : history) {
            container.addRowToTable(new DefaultRow("Round " + record.round(), cells(record, tasks)));
        }
        for (final ControlRecord control : controls) {
            container.addRowToTable(
                new DefaultRow("Control: " + control.kind().label(), cells(control, history.get(0).weights(), tasks)));
        }
        container.close();
        return container.getTable();
    }

    private static List<DataCell> cells(final RoundRecord r, final List<Task> tasks) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(new IntCell(r.round()));
        cells.add(new LongCell(r.weights()));
        cells.add(new LongCell(r.keptNominal()));
        cells.add(new LongCell(r.keptEffective()));
        cells.add(number(100 * r.droppedEffective()));
        cells.add(number(r.score()));
        cells.add(number(r.standardError()));
        cells.add(number(r.singleScore()));
        cells.add(number(r.validationLoss()));
        cells.add(new IntCell(r.hiddenUnits()));
        cells.add(new IntCell(r.inputs()));
        cells.add(number(r.degreesOfFreedom().orElse(Double.NaN)));
        cells.add(new IntCell(r.epochs()));
        cells.add(r.status() == Status.WINNER ? BooleanCell.TRUE : BooleanCell.FALSE);
        cells.add(new StringCell(note(r)));
        // A metric has no score where, for example, all rows that judge are of one class.
        ScoreText.others(tasks)
            .forEach(metric -> cells.add(number(r.metrics().getOrDefault(metric.id(), Double.NaN))));
        cells.add(number(r.seconds()));
        return cells;
    }

    /** Has no round, and its standard error is that of its difference to the result of the run. */
    private static List<DataCell> cells(final ControlRecord c, final long weights, final List<Task> tasks) {
        final DataCell none = DataType.getMissingCell();
        final List<DataCell> cells = new ArrayList<>(List.of(none, new LongCell(weights), none,
            new LongCell(c.keptEffective()), number(100.0 * (weights - c.keptEffective()) / weights),
            number(c.comparison().map(ControlRecord.Comparison::score).orElse(Double.NaN)),
            number(c.comparison().map(ControlRecord.Comparison::standardError).orElse(Double.NaN)), none, none, none,
            new IntCell(c.inputs()), none, new IntCell(c.epochs()), BooleanCell.FALSE, new StringCell(c.sentence())));
        ScoreText.others(tasks).forEach(metric -> cells.add(none));
        cells.add(number(c.seconds()));
        return cells;
    }

    /** @return what else is to be said of a round */
    static String note(final RoundRecord r) {
        final List<String> notes = new ArrayList<>();
        if (r.round() == 0) {
            notes.add(r.keptNominal() == r.weights() && r.keptEffective() == r.weights() ? "unpruned control"
                : "control, not pruned in this run");
        }
        if (r.status() == Status.WINNER) {
            notes.add("result of the run");
        } else if (r.status() == Status.REJECTED) {
            notes.add("rolled back");
        }
        return String.join(", ", notes);
    }

    private static DataCell number(final double value) {
        return Double.isFinite(value) ? new DoubleCell(value) : DataType.getMissingCell();
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
