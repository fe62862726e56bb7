/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.reductor.chem.SourceColumn;
import org.reductor.chem.SourceColumn.Content;
import org.reductor.cli.table.RowSource;

/** The columns of a table that a model reads. */
public final class SourceColumns {

    private static final List<String> MOLECULE_NAMES =
        List.of("smiles", "canonical_smiles", "molecule", "structure", "mol");

    private static final int NAMES_SHOWN = 12;

    private final List<SourceColumn> sources;

    private final int[] indices;

    private final List<String> notes = new ArrayList<>();

    private SourceColumns(final List<SourceColumn> sources) {
        this.sources = sources;
        indices = new int[sources.size()];
    }

    /**
     * @param sources what the model reads
     * @param table where it is
     * @param chosen for names of the model's columns those of the table's, where they are not the same
     * @return the columns; those that are called as in training, unless others were chosen. A model's only molecule is
     *         also found where the format says so, or under a usual name
     * @throws IllegalArgumentException if one is not there; the message names it and what the table has
     */
    public static SourceColumns find(final List<SourceColumn> sources, final RowSource table,
        final Map<String, String> chosen) {
        for (final String name : chosen.keySet()) {
            if (sources.stream().noneMatch(source -> source.name().equals(name))) {
                throw new IllegalArgumentException("The model reads no column '" + name + "'. It reads "
                    + sources.stream().map(SourceColumns::named).collect(Collectors.joining(", ")) + ".");
            }
        }
        final var found = new SourceColumns(sources);
        for (int i = 0; i < found.indices.length; i++) {
            found.indices[i] = found.find(sources.get(i), table, chosen.get(sources.get(i).name()));
        }
        return found;
    }

    private int find(final SourceColumn source, final RowSource table, final String chosen) {
        final List<String> columns = table.columns();
        final int same = columns.indexOf(chosen == null ? source.name() : chosen);
        if (same >= 0) {
            return same;
        }
        if (chosen != null) {
            throw new IllegalArgumentException("The table has no column '" + chosen + "'; it has "
                + shown(columns) + ".");
        }
        if (isOnlyMolecule(source)) {
            if (table.molecule().isPresent()) {
                return table.molecule().getAsInt();
            }
            final int[] alike = IntStream.range(0, columns.size()).filter(i -> isAlike(columns.get(i), source.name()))
                .toArray();
            if (alike.length == 1) {
                notes.add("The molecules, '" + source.name() + "' in training, are taken from the column '"
                    + columns.get(alike[0]) + "'.");
                return alike[0];
            }
        }
        throw new IllegalArgumentException("The model reads " + named(source) + ", which the table lacks; it has "
            + shown(columns) + ". Name the column that holds it with "
            + (isOnlyMolecule(source) ? "--smiles COLUMN" : "--column '" + source.name() + "=COLUMN'") + ".");
    }

    private boolean isOnlyMolecule(final SourceColumn source) {
        return source.content() == Content.MOLECULE && sources.stream()
            .filter(s -> s.content() == Content.MOLECULE || s.content() == Content.REACTION).count() == 1;
    }

    private static boolean isAlike(final String column, final String name) {
        return column.equalsIgnoreCase(name) || MOLECULE_NAMES.contains(column.toLowerCase(Locale.ROOT));
    }

    private static String named(final SourceColumn source) {
        return "the " + source.content().label() + " column '" + source.name() + "'";
    }

    private static String shown(final List<String> columns) {
        return columns.stream().limit(NAMES_SHOWN).map(name -> "'" + name + "'").collect(Collectors.joining(", "))
            + (columns.size() > NAMES_SHOWN ? " and " + (columns.size() - NAMES_SHOWN) + " more" : "");
    }

    /** @return what was guessed, a sentence each */
    public List<String> notes() {
        return notes;
    }

    /**
     * @param row a row of the table
     * @return the values that the model reads
     * @throws NumberFormatException if there is text where a number should be; the message says where
     */
    Object[] values(final Object[] row) {
        final Object[] values = new Object[indices.length];
        for (int i = 0; i < values.length; i++) {
            final Object value = row[indices[i]];
            if (value != null) {
                values[i] = sources.get(i).content() == Content.NUMBER ? number(value, sources.get(i).name())
                    : value.toString();
            }
        }
        return values;
    }

    private static Number number(final Object value, final String name) {
        if (value instanceof Number number) {
            return number;
        }
        try {
            return Double.valueOf(value.toString());
        } catch (final NumberFormatException ex) {
            throw new NumberFormatException("The column '" + name + "' holds '" + value + "', which is no number.");
        }
    }
}
