/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.chem.screen.ScreenedRow;

class ReductorTransformerTest extends LocalSpark {

    @TempDir
    private Path folder;

    private Path model;

    private Dataset<Row> library;

    private List<Object> expected;

    @BeforeEach
    void library() {
        model = Example.write(Example.model(), folder.resolve("model.reductor"));
        final List<String> molecules = Example.smiles(25);
        library = spark.createDataset(molecules, Encoders.STRING()).toDF("structure");
        expected = Example.screened(Example.model(), molecules).stream().map(ScreenedRow::values)
            .map(values -> values.get(0)).toList();
    }

    private static List<Object> predictions(final Dataset<Row> table) {
        return table.select("Prediction (activity)").collectAsList().stream().map(row -> row.get(0)).toList();
    }

    @Test
    void isAStageOfAPipelineThatIsSavedWithItsModel() throws IOException {
        final ReductorTransformer transformer =
            new ReductorTransformer().setModelFile(model.toString()).setInputCol("structure").setCoverage(0.8);
        final PipelineModel pipeline = new Pipeline().setStages(new PipelineStage[]{transformer}).fit(library);
        assertThat(predictions(pipeline.transform(library))).isEqualTo(expected);

        final String saved = folder.resolve("pipeline").toString();
        pipeline.write().save(saved);
        Files.delete(model);

        final PipelineModel loaded = PipelineModel.load(saved);
        assertThat(predictions(loaded.transform(library))).isEqualTo(expected);
        final ReductorTransformer stage = (ReductorTransformer)loaded.stages()[0];
        assertThat(stage.uid()).isEqualTo(transformer.uid());
        assertThat(stage.getInputCol()).isEqualTo("structure");
        assertThat(stage.getCoverage()).isEqualTo(0.8);
    }

    @Test
    void schemaIsKnownBeforeAnythingIsPredicted() {
        final ReductorTransformer transformer =
            new ReductorTransformer().setModelFile(model.toString()).setInputCol("structure");

        assertThat(transformer.transformSchema(library.schema()))
            .isEqualTo(transformer.transform(library).schema());
        assertThat(transformer.transformSchema(library.schema()).fieldNames()).startsWith("structure",
            "Prediction (activity)").endsWith("failure");
    }

    @Test
    void copiesHaveTheParametersAndAnotherLife() {
        final ReductorTransformer transformer = new ReductorTransformer().setModelFile("a").setInputCol("structure");

        final ReductorTransformer copy = transformer.copy(new ParamMap());
        copy.setModelFile("b").setAnyRdkit(true);

        assertThat(transformer.getModelFile()).isEqualTo("a");
        assertThat(transformer.getAnyRdkit()).isFalse();
        assertThat(copy.getInputCol()).isEqualTo("structure");
        assertThat(copy.explainParams()).contains("coverage", "modelFile", "inputCol", "anyRdkit");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new ReductorTransformer().transform(library)).isInstanceOf(ScreeningException.class)
            .hasMessageContaining("setModelFile");
        assertThatThrownBy(() -> new ReductorTransformer().setModelFile(model.toString()).transform(library))
            .isInstanceOf(ScreeningException.class).hasMessageContaining("'structure'");
    }
}
