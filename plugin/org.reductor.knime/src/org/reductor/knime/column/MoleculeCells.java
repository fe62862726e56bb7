/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.reductor.chem.Featurizer;
import org.reductor.chem.MoleculeDissector.Molecule;
import org.reductor.chem.SourceColumn;
import org.reductor.core.data.FeatureRecipe;

/** The columns of a table that molecules stand in, beside features that may have been made before. */
public final class MoleculeCells {

    private final List<SourceColumn> sources;

    /** Where each source stands in the table; -1 where it is no molecule, or not there. */
    private final int[] indices;

    /**
     * @param spec the table
     * @param recipe how the networks' features are made
     */
    public MoleculeCells(final DataTableSpec spec, final FeatureRecipe recipe) {
        this(spec, recipe, SourceColumn::name);
    }

    /**
     * @param spec the table
     * @param recipe how the networks' features are made, from a single molecule column
     * @param column the column of the table that is that
     */
    public MoleculeCells(final DataTableSpec spec, final FeatureRecipe recipe, final String column) {
        this(spec, recipe, source -> column);
    }

    private MoleculeCells(final DataTableSpec spec, final FeatureRecipe recipe,
        final Function<SourceColumn, String> name) {
        sources = Featurizer.sources(recipe);
        indices = sources.stream().mapToInt(source -> index(spec, source, name.apply(source))).toArray();
    }

    private static int index(final DataTableSpec spec, final SourceColumn source, final String name) {
        final int index = spec.findColumnIndex(name);
        final boolean fits = index >= 0 && switch (source.content()) {
            case MOLECULE, REACTION -> SourceCells.role(source.content()).fits(spec.getColumnSpec(index));
            case CATEGORY, NUMBER -> false;
        };
        return fits ? index : -1;
    }

    /** @return whether the table has the column of a molecule */
    public boolean has(final Molecule molecule) {
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] >= 0 && sources.get(i).name().equals(molecule.column())) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param molecules the molecules that features are made from
     * @return what to tell of those that the table does not have
     */
    public Optional<String> lacking(final List<Molecule> molecules) {
        final String names = molecules.stream().filter(molecule -> !has(molecule)).map(Molecule::column).distinct()
            .map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty()
            : Optional.of("The molecules that features are made from are not in the table, so that they cannot be "
                + "drawn. Name the column with SMILES or molblocks " + names + ", as in training.");
    }

    /** @return what a dissector takes: one value a source, {@code null} where there is no molecule */
    public Object[] values(final DataRow row) {
        final Object[] values = new Object[indices.length];
        for (int i = 0; i < values.length; i++) {
            final DataCell cell = indices[i] < 0 ? null : row.getCell(indices[i]);
            values[i] = cell == null || cell.isMissing() ? null
                : cell instanceof StringValue text ? text.getStringValue() : cell.toString();
        }
        return values;
    }
}
