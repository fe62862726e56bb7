/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import java.util.Iterator;
import java.util.List;

import javax.swing.JComponent;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A table at a port; here, its rows are held in memory. Made by an {@link ExecutionContext}. */
public final class BufferedDataTable implements Iterable<DataRow>, PortObject {

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** The type of a port that takes a table but does not need it. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final DataTableSpec spec;

    private final List<DataRow> rows;

    BufferedDataTable(final DataTableSpec spec, final List<DataRow> rows) {
        this.spec = spec;
        this.rows = rows;
    }

    public DataTableSpec getDataTableSpec() {
        return spec;
    }

    @Override
    public DataTableSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + spec.getNumColumns();
    }

    /** The number of rows. */
    public long size() {
        return rows.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        final Iterator<DataRow> all = rows.iterator();
        return new CloseableRowIterator() {

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public DataRow next() {
                return all.next();
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
