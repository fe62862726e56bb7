/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a model file: {@code model.json} first, then the arrays that it lists. */
final class ModelWriter {

    private final NetworkModel model;

    ModelWriter(final NetworkModel model) {
        this.model = model;
    }

    void write(final OutputStream out) throws IOException {
        ArrayFileWriter.write(FileKind.MODEL, ArrayFileWriter.json(FileKind.MODEL).setAll(model.toTree()),
            ModelArrays.of(model), out);
    }
}
