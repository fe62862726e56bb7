/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import static org.reductor.knime.Tables.number;
import static org.reductor.knime.Tables.text;

import java.util.List;
import java.util.function.Consumer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.Tables;
import org.reductor.knime.column.RecipeProperty;

/** Runs of the node on a table of reactions, with a single short fingerprint unless a test asks for more. */
final class FeaturizerRuns {

    static final BufferedDataTable REACTIONS = Tables.of(
        List.of(text("acid"), text("am\u00edne > \"1\""), text("base"), number("\u00b0C"), text("rxn"),
            number("yield")),
        new Object[]{"CC(=O)O", "CN", "DBU", 20.0, "CC(=O)O.CN>O>CC(=O)NC", 80.0},
        new Object[]{"CCC(=O)O", "CN", "KOH", 40.0, "CCC(=O)O.CN>>CCC(=O)NC", 60.0},
        new Object[]{"CC(=O)O", null, "DBU", 60.0, "CC(=O)O>O>", 0.0},
        new Object[]{"CC(=O)O", "CN", null, 60.0, null, 10.0},
        new Object[]{"CC(=O)O", "CN", "DBU", null, "C>C", 10.0});

    private FeaturizerRuns() {
    }

    static NodeRunner node(final Consumer<NodeSettings> changes) throws Exception {
        return new NodeRunner(new MoleculeFeaturizerNodeFactory()).set(s -> {
            s.addInt("length", 64);
            s.addString("secondFingerprint", "NONE");
            s.addString("thirdFingerprint", "NONE");
            s.addString("descriptorSet", "NONE");
            changes.accept(s);
        });
    }

    /** @return how the features were made, which are the last column */
    static FeatureRecipe recipe(final NodeRunner node) {
        final DataTableSpec spec = node.table(0).getDataTableSpec();
        return RecipeProperty.of(spec.getColumnSpec(spec.getNumColumns() - 1)).orElseThrow();
    }

    static List<String> reasons(final NodeRunner node) {
        return Tables.column(node.table(1), "Reason").stream().map(Object::toString).toList();
    }
}
