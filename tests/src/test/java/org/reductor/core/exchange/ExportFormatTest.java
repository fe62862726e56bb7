/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFormatTest {

    @ParameterizedTest
    @CsvSource({"model.onnx,ONNX", "some/folder/MODEL.ONNX,ONNX", "model.zip,DL4J", "model.npz,NPZ",
        "model.csv.zip,CSV", "a.b.Csv.Zip,CSV", "onnx.zip,DL4J"})
    void nameTellsTheFormatAndTheLongestEndingCounts(final Path file, final ExportFormat format) {
        assertThat(ExportFormat.of(file.toString())).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "model.h5", "model.onnx/model", "modelzip", "/", ""})
    void otherNamesTellNone(final Path file) {
        assertThat(ExportFormat.of(file.toString())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ownEndingTellsEachFormat(final ExportFormat format) {
        assertThat(ExportFormat.of("model" + format.extension())).contains(format);
    }

    @Test
    void onlyDl4jNeedsTheBridge() {
        assertThat(ExportFormat.values()).filteredOn(ExportFormat::needsBridge).containsExactly(ExportFormat.DL4J);
    }
}
