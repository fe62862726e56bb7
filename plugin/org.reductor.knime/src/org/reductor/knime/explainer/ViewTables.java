/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Lists of texts as tables, in which form KNIME keeps what a view shows, and the values of cells. */
final class ViewTables {

    private ViewTables() {
    }

    /** @return a table of one column that {@link #texts} reads */
    static BufferedDataTable of(final List<String> texts, final ExecutionContext exec) {
        final BufferedDataContainer container = exec.createDataContainer(
            new DataTableSpec("Texts", new DataColumnSpecCreator("Text", StringCell.TYPE).createSpec()));
        for (int i = 0; i < texts.size(); i++) {
            container.addRowToTable(new DefaultRow("Text " + i, new StringCell(texts.get(i))));
        }
        container.close();
        return container.getTable();
    }

    static List<String> texts(final BufferedDataTable table) {
        final List<String> texts = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                texts.add(((StringValue)rows.next().getCell(0)).getStringValue());
            }
        }
        return texts;
    }

    static Double number(final DataTableSpec spec, final DataRow row, final String column) {
        final DataCell cell = row.getCell(spec.findColumnIndex(column));
        return cell.isMissing() ? null : Double.valueOf(((DoubleValue)cell).getDoubleValue());
    }

    static String text(final DataTableSpec spec, final DataRow row, final String column) {
        final DataCell cell = row.getCell(spec.findColumnIndex(column));
        return cell.isMissing() ? null : ((StringValue)cell).getStringValue();
    }
}
