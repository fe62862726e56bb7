/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/**
 * What the view of the Feature Explainer shows; handed over as JSON.
 *
 * @param target what is explained
 * @param score what importance is a rise of
 * @param networks number of networks
 * @param total number of features that are left, of which the most important are shown
 * @param remarks what limits what is shown, one sentence each
 * @param features the features, the most important first
 */
public record FeatureViewData(String target, String score, int networks, long total, List<String> remarks,
    List<Feature> features) {

    /** Features that are shown: a page of them opens in an instant. */
    static final int LARGEST = 200;

    /** Texts that come before the remarks in the table of texts. */
    private static final int FACTS = 3;

    /**
     * One feature; numbers are {@code null} where they are not known.
     *
     * @param name what people call it
     * @param importance rise of the score without it
     * @param standardError of that
     * @param effect by how much it raises the prediction on average
     * @param networks in how many networks it is left
     * @param pathWeight its weight through the layers
     * @param rows number of rows that have it
     * @param substructures number of different substructures, {@code null} if they cannot be told apart
     * @param remark why it is not drawn
     * @param shown some of the substructures
     */
    public record Feature(String name, Double importance, Double standardError, Double effect, int networks,
        double pathWeight, int rows, Double substructures, String remark, List<Drawn> shown) {
    }

    /**
     * A substructure.
     *
     * @param svg its drawing, {@code null} if there is none
     * @param smarts as SMARTS, {@code null} if it has none
     * @param molecules number of molecules that have it
     * @param examples RowIDs
     */
    public record Drawn(String svg, String smarts, int molecules, String examples) {
    }

    /** @return the texts that come first: what is explained, what importance is a rise of, the number of networks */
    static List<String> facts(final String target, final String score, final int networks) {
        return List.of(target, score, Integer.toString(networks));
    }

    /**
     * @param tables features, substructures with drawings as text, and texts
     * @return their contents for the page
     */
    static FeatureViewData of(final BufferedDataTable[] tables) {
        final List<String> texts = ViewTables.texts(tables[2]);
        final Map<Integer, List<Drawn>> drawn = drawn(tables[1]);
        final DataTableSpec spec = tables[0].getDataTableSpec();
        final List<Feature> features = new ArrayList<>();
        try (CloseableRowIterator rows = tables[0].iterator()) {
            while (rows.hasNext() && features.size() < LARGEST) {
                features.add(feature(spec, rows.next(), drawn));
            }
        }
        return new FeatureViewData(texts.get(0), texts.get(1), Integer.parseInt(texts.get(2)), tables[0].size(),
            texts.subList(FACTS, texts.size()), features);
    }

    private static Feature feature(final DataTableSpec spec, final DataRow row,
        final Map<Integer, List<Drawn>> drawn) {
        return new Feature(ViewTables.text(spec, row, FeatureTables.FEATURE),
            ViewTables.number(spec, row, FeatureTables.IMPORTANCE),
            ViewTables.number(spec, row, FeatureTables.STANDARD_ERROR),
            ViewTables.number(spec, row, FeatureTables.EFFECT),
            ViewTables.number(spec, row, FeatureTables.NETWORKS).intValue(),
            ViewTables.number(spec, row, FeatureTables.PATH_WEIGHT),
            ViewTables.number(spec, row, FeatureTables.ROWS).intValue(),
            ViewTables.number(spec, row, FeatureTables.SUBSTRUCTURES),
            ViewTables.text(spec, row, FeatureTables.REMARK),
            drawn.getOrDefault(ViewTables.number(spec, row, FeatureTables.INDEX).intValue(), List.of()));
    }

    private static Map<Integer, List<Drawn>> drawn(final BufferedDataTable table) {
        final DataTableSpec spec = table.getDataTableSpec();
        final Map<Integer, List<Drawn>> drawn = new HashMap<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                drawn.computeIfAbsent(ViewTables.number(spec, row, FeatureTables.INDEX).intValue(),
                    feature -> new ArrayList<>())
                    .add(new Drawn(ViewTables.text(spec, row, FeatureTables.DRAWING),
                        ViewTables.text(spec, row, FeatureTables.SMARTS),
                        ViewTables.number(spec, row, FeatureTables.MOLECULES).intValue(),
                        ViewTables.text(spec, row, FeatureTables.EXAMPLES)));
            }
        }
        return drawn;
    }
}
