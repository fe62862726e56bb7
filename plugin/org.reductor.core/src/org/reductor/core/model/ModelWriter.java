/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Supplier;

/** Writes a model file: {@code model.json} first, then the arrays that it lists. */
final class ModelWriter {

    private final NetworkModel model;

    ModelWriter(final NetworkModel model) {
        this.model = model;
    }

    void write(final OutputStream out) throws IOException {
        final Map<String, Supplier<byte[]>> arrays = ModelArrays.of(model);
        ModelArrays.put(arrays, model.provenance().roles());
        ArrayFileWriter.write(FileKind.MODEL, ArrayFileWriter.json(FileKind.MODEL).setAll(model.toTree()), arrays, out);
    }
}
