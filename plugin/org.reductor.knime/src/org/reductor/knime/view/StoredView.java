/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What a view shows, as the JSON that its page is handed, in the form in which KNIME keeps it with the workflow. */
public final class StoredView {

    /** Characters of a cell: however many bytes each takes, they fit into the 64 kB of Java's modified UTF-8. */
    private static final int PIECE = 16_000;

    private StoredView() {
    }

    /**
     * @param data what the page draws
     * @param exec makes the table
     * @return a table of one column, which {@link #read} reads
     */
    public static BufferedDataTable of(final Object data, final ExecutionContext exec) {
        final String json;
        try {
            json = new ObjectMapper().writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // records of numbers and texts
        }
        final BufferedDataContainer container = exec.createDataContainer(
            new DataTableSpec("View", new DataColumnSpecCreator("JSON", StringCell.TYPE).createSpec()));
        for (int start = 0, piece = 0; start < json.length(); start += PIECE, piece++) {
            container.addRowToTable(new DefaultRow("Piece " + piece,
                new StringCell(json.substring(start, Math.min(json.length(), start + PIECE)))));
        }
        container.close();
        return container.getTable();
    }

    /**
     * @param table as {@link #of} makes it
     * @return the JSON, which KNIME hands to the page as it is
     */
    public static String read(final BufferedDataTable table) {
        final StringBuilder json = new StringBuilder();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                json.append(((StringValue)rows.next().getCell(0)).getStringValue());
            }
        }
        return json.toString();
    }
}
