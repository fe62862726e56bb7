/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.SilentProgress;

class ColumnRearrangerTest {

    private static final DataTableSpec SPEC = spec("a", "b", "c");

    private final SilentProgress progress = new SilentProgress();

    private final ExecutionContext exec = new ExecutionContext(progress);

    private final ColumnRearranger rearranger = new ColumnRearranger(SPEC);

    private static DataTableSpec spec(final String... names) {
        return new DataTableSpec(Arrays.stream(names)
            .map(n -> new DataColumnSpecCreator(n, IntCell.TYPE).createSpec())
            .toArray(DataColumnSpec[]::new));
    }

    private static CellFactory sum(final String name) {
        return new AbstractCellFactory(true, spec(name).getColumnSpec(0)) {

            @Override
            public DataCell[] getCells(final DataRow row) {
                int sum = 0;
                for (final DataCell cell : row) {
                    sum += ((IntCell)cell).getIntValue();
                }
                return new DataCell[]{new IntCell(sum)};
            }
        };
    }

    private BufferedDataTable table(final int rows) {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        IntStream.range(0, rows).forEach(
            i -> container.addRowToTable(new DefaultRow("r" + i, new IntCell(i), new IntCell(10), new IntCell(100))));
        container.close();
        return container.getTable();
    }

    @Test
    void removesWhatIsNamed() {
        rearranger.remove("c", "a");
        assertThat(rearranger.createSpec().getColumnNames()).containsExactly("b");
    }

    @Test
    void unknownOrRepeatedColumnsAreErrors() {
        assertThatThrownBy(() -> rearranger.remove("x")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"x\"");
        assertThatThrownBy(() -> rearranger.remove("a", "a")).isInstanceOf(IllegalArgumentException.class);
        rearranger.append(sum("a"));
        assertThatThrownBy(rearranger::createSpec).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void computesNewColumnsInTheOrderOfTheRows() throws Exception {
        rearranger.append(sum("sum"));
        rearranger.remove("a", "b");
        rearranger.append(sum("again"));
        final BufferedDataTable out = exec.createColumnRearrangeTable(table(1_000), rearranger, exec);
        assertThat(out.getSpec().getColumnNames()).containsExactly("c", "sum", "again");
        int i = 0;
        for (final DataRow row : out) {
            final DataCell sum = new IntCell(i + 110);
            assertThat(row).isEqualTo(new DefaultRow("r" + i, new IntCell(100), sum, sum));
            i++;
        }
        assertThat(i).isEqualTo(1_000);
        assertThat(progress.fraction).isEqualTo(1);
    }

    @Test
    void stopsWhenCancelled() {
        rearranger.append(sum("sum"));
        progress.canceled = true;
        assertThatThrownBy(() -> exec.createColumnRearrangeTable(table(10), rearranger, exec))
            .isInstanceOf(CanceledExecutionException.class);
    }
}
