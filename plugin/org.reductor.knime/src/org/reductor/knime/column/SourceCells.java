/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.reductor.chem.SourceColumn;
import org.reductor.chem.SourceColumn.Content;
import org.reductor.chem.UnusableRowException;
import org.reductor.knime.column.Columns.Role;

/** Takes the values that a recipe reads from the rows of a table. */
public final class SourceCells {

    private static final String TABLE = "input table";

    private final List<SourceColumn> sources;

    private final int[] indices;

    /** How molecules are read; {@code null} for other values. */
    private final MoleculeForm<?>[] forms;

    /**
     * @param spec the table
     * @param sources the columns that a recipe reads
     * @param indices where they are in the table
     */
    public SourceCells(final DataTableSpec spec, final List<SourceColumn> sources, final int... indices) {
        this.sources = sources;
        this.indices = indices;
        forms = new MoleculeForm<?>[indices.length];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = switch (sources.get(i).content()) {
                case MOLECULE, REACTION -> MoleculeForm.of(spec.getColumnSpec(indices[i]).getType()).orElseThrow();
                case CATEGORY, NUMBER -> null;
            };
        }
    }

    /**
     * @param spec a table
     * @param sources the columns that a recipe reads
     * @return where their values come from; text may stand where numbers are needed, which
     *         {@link #requireNumbers} refuses
     * @throws InvalidSettingsException when the table lacks one or its type does not fit; the message names it
     */
    public static SourceCells find(final DataTableSpec spec, final List<SourceColumn> sources)
        throws InvalidSettingsException {
        final int[] indices = new int[sources.size()];
        for (int i = 0; i < indices.length; i++) {
            final SourceColumn source = sources.get(i);
            indices[i] = source.content() == Content.NUMBER
                ? NumbersAsText.require(spec, TABLE, Role.NUMBER, source.name())
                : Columns.require(spec, role(source.content()), source.name());
        }
        return new SourceCells(spec, sources, indices);
    }

    /**
     * @param spec a table
     * @param sources the columns that a recipe reads
     * @return what to say of columns of text where numbers are needed, before the rows are known
     */
    public static Optional<String> warning(final DataTableSpec spec, final List<SourceColumn> sources) {
        return sources.stream().filter(source -> source.content() == Content.NUMBER)
            .flatMap(source -> NumbersAsText.warning(spec, TABLE, Role.NUMBER, source.name()).stream()).findFirst();
    }

    /**
     * @param table the rows
     * @param exec may cancel
     * @throws InvalidSettingsException when a column holds text where numbers are needed; the message names the value
     *             that makes it text, and its row
     */
    public void requireNumbers(final BufferedDataTable table, final ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException {
        for (final SourceColumn source : sources) {
            if (source.content() == Content.NUMBER) {
                NumbersAsText.refuse(table, TABLE, Role.NUMBER, source.name(), exec);
            }
        }
    }

    /** @return whether the column of a source is there and holds text where numbers are needed */
    public static boolean isNumberAsText(final DataTableSpec spec, final SourceColumn source) {
        return source.content() == Content.NUMBER && NumbersAsText.is(spec, source.name());
    }

    /** @return the role of a column with such values */
    public static Role role(final Content content) {
        return switch (content) {
            case MOLECULE -> Role.MOLECULE;
            case REACTION -> Role.REACTION;
            case CATEGORY -> Role.CATEGORY;
            case NUMBER -> Role.NUMBER;
        };
    }

    /** @return name of a column in the order of the sources */
    String name(final int source) {
        return sources.get(source).name();
    }

    /**
     * @param row of the table
     * @return one value a source, as the featurizer takes them
     * @throws UnusableRowException when a cell cannot give its molecule as text
     */
    public Object[] values(final DataRow row) throws UnusableRowException {
        final Object[] values = new Object[indices.length];
        for (int i = 0; i < values.length; i++) {
            final DataCell cell = row.getCell(indices[i]);
            if (!cell.isMissing()) {
                values[i] = forms[i] == null ? value(cell, sources.get(i).content()) : forms[i].read(cell);
            }
        }
        return values;
    }

    private static Object value(final DataCell cell, final Content content) {
        if (content == Content.NUMBER) {
            return ((DoubleValue)cell).getDoubleValue();
        }
        return cell instanceof StringValue text ? text.getStringValue() : cell.toString();
    }
}
