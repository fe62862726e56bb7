/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.history;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.reductor.core.prune.ControlRecord;

/**
 * What the learner's page draws; handed over as JSON.
 *
 * @param target name of the target column
 * @param score what the score of a round is called
 * @param rounds one entry a round
 * @param controls what the controls of the run show, one sentence each and what limits them all; may be empty
 * @param plot what the plot shows where; {@code null} if there is nothing to draw
 */
public record HistoryViewData(String target, String score, List<Round> rounds, List<String> controls,
    HistoryPlot plot) {

    /**
     * One round.
     *
     * @param round its number; 0 is the unpruned control
     * @param kept weights that can still influence an output
     * @param dropped their complement in per cent
     * @param score score of the ensemble in the rows that judge, less is better, {@code null} if there is none
     * @param standardError of the difference to the round that others are compared with
     * @param scoreSingle mean score of the single networks
     * @param hiddenUnits hidden units alive
     * @param inputs inputs alive
     * @param accepted whether the round is the result of the run
     * @param rolledBack whether the run has not gone on from it
     * @param note what else is to be said
     */
    public record Round(int round, long kept, Double dropped, Double score, Double standardError, Double scoreSingle,
        int hiddenUnits, int inputs, boolean accepted, boolean rolledBack, String note) {
    }

    /**
     * @param table as {@link HistoryTable} makes it
     * @return its contents for the page
     */
    public static HistoryViewData of(final BufferedDataTable table) {
        final DataTableSpec spec = table.getDataTableSpec();
        final List<Round> rounds = new ArrayList<>();
        final List<String> controls = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final String note = ((StringValue)cell(spec, row, HistoryTable.NOTE)).getStringValue();
                if (number(spec, row, HistoryTable.ROUND) == null) {
                    controls.add(note);
                    continue;
                }
                rounds.add(new Round(number(spec, row, HistoryTable.ROUND).intValue(),
                    number(spec, row, HistoryTable.KEPT_EFFECTIVE).longValue(), number(spec, row, HistoryTable.DROPPED),
                    number(spec, row, HistoryTable.score(spec)), number(spec, row, HistoryTable.STANDARD_ERROR),
                    number(spec, row, HistoryTable.singleScore(spec)),
                    number(spec, row, HistoryTable.HIDDEN_UNITS).intValue(),
                    number(spec, row, HistoryTable.INPUTS).intValue(),
                    ((BooleanValue)cell(spec, row, HistoryTable.ACCEPTED)).getBooleanValue(),
                    note.contains(HistoryTable.ROLLED_BACK), note));
            }
        }
        if (!controls.isEmpty()) {
            controls.add(ControlRecord.CAVEAT);
        }
        return new HistoryViewData(HistoryTable.target(spec), HistoryTable.score(spec), rounds, controls,
            HistoryPlot.of(rounds).orElse(null));
    }

    private static Double number(final DataTableSpec spec, final DataRow row, final String column) {
        final DataCell cell = cell(spec, row, column);
        return cell.isMissing() ? null : Double.valueOf(((DoubleValue)cell).getDoubleValue());
    }

    private static DataCell cell(final DataTableSpec spec, final DataRow row, final String column) {
        return row.getCell(spec.findColumnIndex(column));
    }
}
