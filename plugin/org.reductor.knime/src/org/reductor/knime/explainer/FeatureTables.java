/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.reductor.core.explain.FeatureUse;
import org.reductor.knime.explainer.Substructures.Substructure;
import org.reductor.knime.image.Drawings;

/** The tables of the Feature Explainer: one row a feature, and one row for each of its substructures. */
final class FeatureTables {

    static final String FEATURE = "Feature";

    static final String INDEX = "Index";

    static final String IMPORTANCE = "Importance";

    static final String STANDARD_ERROR = "Standard error";

    static final String EFFECT = "Mean effect";

    static final String NETWORKS = "Networks";

    static final String PATH_WEIGHT = "Path weight";

    static final String ROWS = "Rows";

    static final String SUBSTRUCTURES = "Substructures";

    static final String DRAWING = "Drawing";

    static final String SMARTS = "SMARTS";

    static final String EXAMPLES = "Examples";

    static final String REMARK = "Remark";

    static final String RANK = "Rank";

    static final String MOLECULES = "Molecules";

    private static final DataCell UNJUDGED = new MissingCell("No row has a true value that could judge.");

    private static final DataCell NO_ROW = new MissingCell("No row that was looked at has the feature.");

    private static final DataCell UNTOLD =
        new MissingCell("This fingerprint does not tell different substructures apart.");

    private final FeatureExplanation explanation;

    private final int most;

    private final ExecutionContext exec;

    /**
     * @param explanation what is told
     * @param most how many substructures are told of each feature
     * @param exec of the node
     */
    FeatureTables(final FeatureExplanation explanation, final int most, final ExecutionContext exec) {
        this.explanation = explanation;
        this.most = most;
        this.exec = exec;
    }

    /** @return the columns of the table of features */
    static DataTableSpec featuresSpec() {
        return new DataTableSpec("Features", column(FEATURE, StringCell.TYPE), column(INDEX, IntCell.TYPE),
            column(IMPORTANCE, DoubleCell.TYPE), column(STANDARD_ERROR, DoubleCell.TYPE),
            column(EFFECT, DoubleCell.TYPE), column(NETWORKS, IntCell.TYPE), column(PATH_WEIGHT, DoubleCell.TYPE),
            column(ROWS, IntCell.TYPE), column(SUBSTRUCTURES, IntCell.TYPE), column(DRAWING, Drawings.cellType()),
            column(SMARTS, StringCell.TYPE), column(EXAMPLES, StringCell.TYPE), column(REMARK, StringCell.TYPE));
    }

    /** @return the columns of the table of substructures */
    static DataTableSpec substructuresSpec() {
        return substructuresSpec(Drawings.cellType());
    }

    private static DataTableSpec substructuresSpec(final DataType drawing) {
        return new DataTableSpec("Substructures", column(FEATURE, StringCell.TYPE), column(INDEX, IntCell.TYPE),
            column(RANK, IntCell.TYPE), column(MOLECULES, IntCell.TYPE), column(DRAWING, drawing),
            column(SMARTS, StringCell.TYPE), column(EXAMPLES, StringCell.TYPE));
    }

    /** @return the features, the most important first */
    BufferedDataTable features(final List<FeatureUse> uses) throws CanceledExecutionException {
        final BufferedDataContainer container = exec.createDataContainer(featuresSpec());
        for (final FeatureUse use : uses) {
            exec.checkCanceled();
            container.addRowToTable(new DefaultRow(FEATURE + " " + use.feature(), cells(use)));
        }
        container.close();
        return container.getTable();
    }

    private DataCell[] cells(final FeatureUse use) {
        final List<Substructure> substructures = explanation.substructures().of(use.feature(), 1);
        final int count = explanation.substructures().count(use.feature());
        final String reason = explanation.undrawn(use.feature()).orElse("");
        final DataCell none = new MissingCell(reason.isEmpty() ? "It cannot be drawn." : reason);
        final Substructure first = substructures.isEmpty() ? null : substructures.get(0);
        return new DataCell[]{new StringCell(name(use.feature())), new IntCell(use.feature()),
            number(use.rise(), UNJUDGED), number(use.standardError(), UNJUDGED), number(use.meanEffect(), NO_ROW),
            new IntCell(use.survived()), new DoubleCell(use.pathWeight()), new IntCell(use.rows()),
            first == null ? none : count < 0 ? UNTOLD : new IntCell(count), first == null ? none : drawing(first, none),
            first == null ? none : smarts(first), first == null ? none : examples(first),
            reason.isEmpty() ? DataType.getMissingCell() : new StringCell(reason)};
    }

    /** @return the substructures of these features */
    BufferedDataTable substructures(final List<FeatureUse> uses) throws CanceledExecutionException {
        return substructures(uses, substructuresSpec(), true);
    }

    /** @return the same for the view, which reads drawings as text */
    BufferedDataTable drawnAsText(final List<FeatureUse> uses) throws CanceledExecutionException {
        return substructures(uses, substructuresSpec(StringCell.TYPE), false);
    }

    private BufferedDataTable substructures(final List<FeatureUse> uses, final DataTableSpec spec,
        final boolean drawings) throws CanceledExecutionException {
        final BufferedDataContainer container = exec.createDataContainer(spec);
        for (final FeatureUse use : uses) {
            exec.checkCanceled();
            int rank = 0;
            for (final Substructure one : explanation.substructures().of(use.feature(), most)) {
                rank++;
                final DataCell none = new MissingCell("It cannot be drawn.");
                container.addRowToTable(new DefaultRow(FEATURE + " " + use.feature() + " #" + rank,
                    new StringCell(name(use.feature())), new IntCell(use.feature()), new IntCell(rank),
                    new IntCell(one.molecules()),
                    drawings || one.svg().isEmpty() ? drawing(one, none) : new StringCell(one.svg()), smarts(one),
                    examples(one)));
            }
        }
        container.close();
        return container.getTable();
    }

    private String name(final int feature) {
        return explanation.model().recipe().feature(feature).name();
    }

    private DataCell drawing(final Substructure one, final DataCell none) {
        return one.svg().isEmpty() ? none : Drawings.cell(one.svg());
    }

    private static DataCell smarts(final Substructure one) {
        return one.smarts().isEmpty() ? UNTOLD : new StringCell(one.smarts());
    }

    private static DataCell examples(final Substructure one) {
        return new StringCell(String.join(", ", one.examples()));
    }

    private static DataCell number(final double value, final DataCell none) {
        return Double.isFinite(value) ? new DoubleCell(value) : none;
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }
}
