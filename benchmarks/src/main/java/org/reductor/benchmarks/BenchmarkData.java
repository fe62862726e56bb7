/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import org.reductor.chem.DescriptorSet;
import org.reductor.chem.FeatureBlocks;
import org.reductor.chem.Featurizer;
import org.reductor.chem.FingerprintKind;
import org.reductor.chem.FingerprintSpec;
import org.reductor.chem.MoleculeOptions;
import org.reductor.chem.RecipeFitter;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Shuffle;
import org.reductor.core.data.Targets;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of molecules with features, 2,048 ECFP4 bits for each molecule column at least, and its split into training and test rows.
 *
 * @param all all rows
 * @param training rows that a run may learn from
 * @param test the others
 */
record BenchmarkData(Dataset all, Dataset training, Dataset test) {

    private static final int BITS_A_FINGERPRINT = 2048;
    private static final int RADIUS = 2;

    /** Which features molecules get. */
    enum Inputs {
        /** The bits of one fingerprint. */
        BITS(DescriptorSet.NONE, FingerprintKind.MORGAN),
        /** These bits and twenty descriptors. */
        DESCRIPTORS(DescriptorSet.BASIC, FingerprintKind.MORGAN),
        /** The bits of two fingerprints, one of them of features, and twenty descriptors. */
        TWO_FINGERPRINTS(DescriptorSet.BASIC, FingerprintKind.MORGAN, FingerprintKind.ofId("feature-morgan"));

        private final List<FingerprintSpec> fingerprints;
        private final DescriptorSet descriptors;

        Inputs(final DescriptorSet descriptors, final FingerprintKind... kinds) {
            fingerprints =
                Arrays.stream(kinds).map(kind -> new FingerprintSpec(kind, BITS_A_FINGERPRINT, RADIUS)).toList();
            this.descriptors = descriptors;
        }
    }

    /** The two tables and what is known of them. */
    enum Table {
        /** Dopamine D3 receptor, pKi; a tenth of the rows is the test set. */
        AFFINITY("affinity-chembl234-ki.csv", 0.1, "smiles"),
        /** Buchwald-Hartwig couplings, yield in per cent; 30 % of the rows are the test set, as in the literature. */
        YIELD("yield-buchwald-hartwig.csv", 0.3, "ligand", "additive", "base", "aryl_halide");

        private final String file;
        private final double testShare;
        private final List<String> molecules;

        Table(final String file, final double testShare, final String... molecules) {
            this.file = file;
            this.testShare = testShare;
            this.molecules = List.of(molecules);
        }
    }

    /**
     * Reads a table; its target is the column after the molecules.
     *
     * @param folder where the tables are
     * @param table which one
     * @param seed seed of the split
     * @return the data
     */
    static BenchmarkData read(final Path folder, final Table table, final long seed) throws IOException {
        return read(folder, table, Inputs.BITS, seed);
    }

    /**
     * Reads a table; its target is the column after the molecules.
     *
     * @param folder where the tables are
     * @param table which one
     * @param inputs which features the molecules get
     * @param seed seed of the split
     * @return the data
     */
    static BenchmarkData read(final Path folder, final Table table, final Inputs inputs, final long seed)
        throws IOException {
        final List<String> lines = Files.readAllLines(folder.resolve(table.file), StandardCharsets.UTF_8);
        final int columns = table.molecules.size();
        final List<FeatureBlock> drafts = table.molecules.stream().flatMap(column -> FeatureBlocks
            .molecule(column, inputs.fingerprints, inputs.descriptors, MoleculeOptions.DEFAULT).stream()).toList();
        final List<Object[]> rows = new ArrayList<>();
        final double[] targets = new double[lines.size() - 1];
        for (int row = 0; row < targets.length; row++) {
            final String[] cells = lines.get(row + 1).split(",");
            rows.add(Arrays.copyOf(cells, columns));
            targets[row] = Double.parseDouble(cells[columns]);
        }
        final CsrMatrix.Builder builder;
        try {
            final Featurizer featurizer = new Featurizer(RecipeFitter.fit(drafts, rows));
            builder = CsrMatrix.builder(featurizer.recipe().width());
            for (final Object[] row : rows) {
                builder.add(featurizer.features(row));
            }
        } catch (final UnusableRowException e) {
            throw new IOException("A row of " + table.file + " cannot be used: " + e.getMessage(), e);
        }
        final Dataset all = new Dataset(builder.build(), Targets.of("target", targets));
        final int[] order = Shuffle.inPlace(IntStream.range(0, targets.length).toArray(), Seeds.derive(seed));
        final int testRows = (int)Math.round(targets.length * table.testShare);
        return new BenchmarkData(all, rows(all, Arrays.copyOfRange(order, testRows, order.length)),
            rows(all, Arrays.copyOf(order, testRows)));
    }

    /**
     * Writes rows in the format that the peers read: a line with the numbers of rows and columns, then for each row its
     * target and the indices of its bits.
     *
     * @param data the rows
     * @param file where to
     */
    static void write(final Dataset data, final Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.US_ASCII))) {
            out.println(data.rows() + " " + data.features().columns());
            for (int row = 0; row < data.rows(); row++) {
                out.print(data.targets().value(row, 0));
                for (final int column : data.features().rowColumns(row)) {
                    out.print(" " + column);
                }
                out.println();
            }
        }
    }

    private static Dataset rows(final Dataset data, final int[] rows) {
        final double[] targets = Arrays.stream(rows).mapToDouble(row -> data.targets().value(row, 0)).toArray();
        return new Dataset(data.features().selectRows(rows), Targets.of("target", targets));
    }
}
