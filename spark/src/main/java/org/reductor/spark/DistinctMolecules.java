/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reductor.chem.Isolation;
import org.reductor.chem.MoleculeGrouper;
import org.reductor.chem.MoleculeGrouping;
import org.reductor.chem.Standardization;
import org.reductor.chem.UnusableRowException;

/**
 * One row for each molecule, told by its canonical SMILES. Of several the first by its values stays, wherever in the
 * library it stands, so that equal libraries give equal rows however they are cut. What cannot be read stays, each text
 * once.
 */
final class DistinctMolecules {

    private static final String KEY = "\u0000molecule";

    private static final String FIRST = "\u0000first";

    private DistinctMolecules() {
    }

    /**
     * @param table rows
     * @param molecules name of the column with the molecules
     * @param settings of the job
     * @return rows of different molecules, with the same columns
     */
    static Dataset<Row> of(final Dataset<Row> table, final String molecules, final ScreenSettings settings) {
        final StructType schema = table.schema();
        final StructType keyed = schema.add(KEY, DataTypes.StringType);
        final Column[] all = Arrays.stream(schema.fieldNames()).map(Screening::column).toArray(Column[]::new);
        return table.mapPartitions(canonical(schema.fieldIndex(molecules), settings), Encoders.row(keyed))
            .groupBy(Screening.column(KEY)).agg(functions.min(functions.struct(all)).as(FIRST))
            .select(Arrays.stream(schema.fieldNames())
                .map(name -> Screening.column(FIRST).getField(name).as(name)).toArray(Column[]::new));
    }

    private static MapPartitionsFunction<Row, Row> canonical(final int column, final ScreenSettings settings) {
        return rows -> {
            final boolean isolated = settings.isolatedHere();
            final MoleculeGrouper grouper = new MoleculeGrouper(
                new MoleculeGrouping(MoleculeGrouping.By.MOLECULE, Standardization.NONE, true,
                    MoleculeGrouping.Ringless.BY_MOLECULE),
                isolated ? Isolation.ALWAYS : Isolation.WHERE_NEEDED, () -> false);
            final ProgressWatch watch =
                isolated ? ProgressWatch.NONE : ProgressWatch.ofThisExecutor(settings.patience());
            return new Iterator<Row>() {

                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Row next() {
                    final Row row = rows.next();
                    final List<Object> values = new ArrayList<>(row.size() + 1);
                    for (int i = 0; i < row.size(); i++) {
                        values.add(row.get(i));
                    }
                    values.add(watch.during(() -> key(grouper, row.getString(column))));
                    return RowFactory.create(values.toArray());
                }
            };
        };
    }

    private static String key(final MoleculeGrouper grouper, final String molecule) {
        try {
            return grouper.group(molecule);
        } catch (final UnusableRowException e) { // the row tells it when it is predicted
            return "\u0000" + molecule;
        }
    }
}
