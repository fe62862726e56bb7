/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Predictor;

/** Stores a set of files for a release, which later versions must be able to read; see docs/developers.md. */
final class StoreFiles {

    private StoreFiles() {
    }

    /** @param args the folder of the set, which is made */
    public static void main(final String[] args) throws IOException {
        final Path set = Path.of(args[0]);
        for (final StoredKind kind : StoredKind.values()) {
            final Path file = set.resolve(kind.file());
            Files.createDirectories(file.getParent());
            Files.write(file, kind.sample());
        }
        try (var in = Files.newInputStream(set.resolve(StoredKind.MODEL.file()))) {
            Files.writeString(set.resolve("predictions.txt"), predictions(NetworkModel.read(in)));
        }
    }

    /** @return what a model predicts for the rows that it was trained on, a number of each network a line */
    static String predictions(final NetworkModel model) {
        final CsrMatrix features = RunToKill.DATA.features();
        final double[] predictions = new double[features.rows() * model.networks().size()];
        new Predictor(model.networks()).predict(features, 0, features.rows(), predictions);
        return Arrays.stream(predictions).mapToObj(prediction -> (float)prediction + "\n")
            .collect(Collectors.joining());
    }
}
