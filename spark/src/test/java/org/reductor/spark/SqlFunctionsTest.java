/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.chem.screen.ScreenedRow;

class SqlFunctionsTest extends LocalSpark {

    @TempDir
    private Path folder;

    private String model;

    private final List<String> molecules = new ArrayList<>(Example.smiles(40));

    @BeforeEach
    void library() {
        model = Example.write(Example.model(), folder.resolve("model.reductor")).toString();
        molecules.set(7, "C1CC(");
        spark.createDataset(molecules, Encoders.STRING()).toDF("smiles").createOrReplaceTempView("library");
    }

    private List<Row> rows(final String query) {
        return spark.sql(query.replace("MODEL", "'" + model + "'")).collectAsList();
    }

    @Test
    void predictsANumberThatQueriesSelectFilterAndSortBy() {
        final List<ScreenedRow> expected = Example.screened(Example.model(), molecules);

        final List<Row> rows = rows("SELECT smiles, reductor(MODEL, smiles) AS p FROM library");
        assertThat(rows).hasSize(40);
        for (int i = 0; i < 40; i++) {
            assertThat(rows.get(i).get(1)).isEqualTo(expected.get(i).failed() ? null : expected.get(i).values().get(0));
        }
        assertThat(rows.get(7).isNullAt(1)).isTrue();

        final List<Double> best = expected.stream().filter(row -> !row.failed()).map(row -> (Double)row.values().get(0))
            .sorted(Comparator.reverseOrder()).limit(3).toList();
        assertThat(rows("SELECT reductor(MODEL, smiles, 'activity') AS p FROM library ORDER BY p DESC LIMIT 3"))
            .extracting(row -> row.getDouble(0)).isEqualTo(best);
    }

    @Test
    void tellsAllThatTheNodeTells() {
        final List<ScreenedRow> expected = Example.screened(Example.model(), molecules);

        final List<Row> rows = rows("SELECT d.`Prediction (activity)`, d.`Lower (activity)`, d.failure FROM "
            + "(SELECT reductor_details(MODEL, smiles) AS d FROM library)");

        for (int i = 0; i < 40; i++) {
            final List<Object> told = expected.get(i).values();
            assertThat(rows.get(i).get(0)).isEqualTo(told.isEmpty() ? null : told.get(0));
            assertThat(rows.get(i).get(1)).isEqualTo(told.isEmpty() ? null : told.get(2));
            assertThat(rows.get(i).get(2)).isEqualTo(expected.get(i).failure());
        }
    }

    @Test
    void saysWhatIsWrongWithACall() {
        assertThatThrownBy(() -> rows("SELECT reductor(MODEL) FROM library")).hasMessageContaining("two or three");
        assertThatThrownBy(() -> rows("SELECT reductor(smiles, smiles) FROM library"))
            .hasMessageContaining("constant text");
        assertThatThrownBy(() -> rows("SELECT reductor('gone.reductor', smiles) FROM library"))
            .hasMessageContaining("There is no model file 'gone.reductor'");
        assertThatThrownBy(() -> rows("SELECT reductor(MODEL, smiles, 'logP') FROM library"))
            .hasMessageContaining("do not predict 'logP'").hasMessageContaining("'activity'");
        assertThatThrownBy(() -> rows("SELECT reductor(MODEL, 5) FROM library")).hasMessageContaining("as text");
    }

    @Test
    void isDescribedToThoseWhoAsk() {
        assertThat(rows("DESCRIBE FUNCTION reductor").toString()).contains("reductor(model, smiles[, target])");
    }
}
