/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.data.vector.bytevector.ByteVectorValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.InvalidSettingsException;

/** Finds columns by name, guesses them, and says plainly what is wrong when one is missing. */
public final class Columns {

    private static final List<String> MOLECULE_NAMES = List.of("smiles", "molecule", "structure", "mol");

    /** Names of targets that are always numbers, so that such a column of text has something wrong in it. */
    private static final List<String> MEASURE_NAMES =
        List.of("activity", "pchembl", "pic50", "pki", "ic50", "yield");

    private static final List<String> TARGET_NAMES =
        List.of("activity", "target", "pchembl", "pic50", "pki", "ic50", "yield", "value", "y");

    private static final List<String> GROUP_NAMES = List.of("group", "scaffold", "cluster", "series");

    /** Names of targets that are classes, whatever their type. */
    private static final List<String> CLASS_NAMES = List.of("class", "label", "active", "outcome", "activity_class");

    private static final int NAMES_SHOWN = 12;

    /** The kinds of column that our nodes ask for. */
    public enum Role {
        /** SMILES or molblocks: strings and everything that can be read as one, also by an adapter. */
        MOLECULE("molecule", "text (SMILES or molblock)") {
            @Override
            public boolean fits(final DataColumnSpec column) {
                return MoleculeForm.of(column.getType()).isPresent();
            }
        },
        /** Reaction SMILES, likewise. */
        REACTION("reaction", "text (reaction SMILES)") {
            @Override
            public boolean fits(final DataColumnSpec column) {
                return MOLECULE.fits(column);
            }
        },
        /** Categories: text, whole numbers, true and false. */
        CATEGORY("categorical", "text or whole numbers") {
            @Override
            public boolean fits(final DataColumnSpec column) {
                final DataType type = column.getType();
                return type.isCompatible(StringValue.class) || type.isCompatible(LongValue.class)
                    || type.isCompatible(IntValue.class) || type.isCompatible(BooleanValue.class);
            }
        },
        /** What rows of a group share, likewise. */
        GROUP("group", "text or whole numbers") {
            @Override
            public boolean fits(final DataColumnSpec column) {
                return CATEGORY.fits(column);
            }
        },
        /** Numbers that are features. */
        NUMBER("numeric", "numbers") {
            @Override
            public boolean fits(final DataColumnSpec column) {
                return TARGET.fits(column);
            }
        },
        /** How much each row counts. */
        WEIGHT("weight", "numbers") {
            @Override
            public boolean fits(final DataColumnSpec column) {
                return TARGET.fits(column);
            }
        },
        /** Vectors of bits, counts or numbers. */
        FINGERPRINT("features", "bit vectors or vectors of counts or numbers") {
            @Override
            public boolean fits(final DataColumnSpec column) {
                return column.getType().isCompatible(BitVectorValue.class)
                    || column.getType().isCompatible(ByteVectorValue.class)
                    || column.getType().isCompatible(DoubleVectorValue.class);
            }
        },
        /** Numbers. */
        TARGET("target", "numbers") {
            @Override
            public boolean fits(final DataColumnSpec column) {
                return column.getType().isCompatible(DoubleValue.class);
            }
        };

        private final String label;

        private final String content;

        Role(final String label, final String content) {
            this.label = label;
            this.content = content;
        }

        /** @return what messages call such a column */
        public String label() {
            return label;
        }

        /** @return what such a column must hold */
        public String content() {
            return content;
        }

        /** @return whether the column's type suits this role */
        public abstract boolean fits(DataColumnSpec column);
    }

    private Columns() {
    }

    /**
     * @param spec the input table
     * @param role what the column is for
     * @param name the chosen column, {@code null} or empty when none was chosen
     * @return its index
     * @throws InvalidSettingsException when there is no such column or its type does not fit; the message names it and
     *             what the table has instead
     */
    public static int require(final DataTableSpec spec, final Role role, final String name)
        throws InvalidSettingsException {
        return require(spec, "input table", role, name);
    }

    /**
     * @param spec a table
     * @param table what messages call it, for nodes with several
     * @param role what the column is for
     * @param name the chosen column, {@code null} or empty when none was chosen
     * @return its index
     * @throws InvalidSettingsException as {@link #require(DataTableSpec, Role, String)}
     */
    public static int require(final DataTableSpec spec, final String table, final Role role, final String name)
        throws InvalidSettingsException {
        final List<String> fitting = spec.stream().filter(role::fits).map(DataColumnSpec::getName).toList();
        if (name == null || name.isEmpty()) {
            throw new InvalidSettingsException("No " + role.label + " column is chosen. "
                + (fitting.isEmpty() ? hasNone(spec, role) : "Choose one of: " + quoted(fitting) + "."));
        }
        final int index = spec.findColumnIndex(name);
        if (index < 0) {
            throw new InvalidSettingsException("The " + role.label + " column '" + name
                + "' is not in the " + table + ". " + (fitting.isEmpty() ? hasNone(spec, role)
                    : "Columns with " + role.content + " there: " + quoted(fitting) + "."));
        }
        if (!role.fits(spec.getColumnSpec(index))) {
            throw new InvalidSettingsException("The " + role.label + " column '" + name + "' of the " + table
                + " must hold " + role.content + ", but holds " + spec.getColumnSpec(index).getType().getName() + ". "
                + (fitting.isEmpty() ? hasNone(spec, role) : "Columns that fit: " + quoted(fitting) + "."));
        }
        return index;
    }

    /** What to say of a table without any column for a role. */
    private static String hasNone(final DataTableSpec spec, final Role role) {
        return "The table has no column with " + role.content + "; " + describe(spec);
    }

    /** @return a sentence that names the columns of a table with their types */
    public static String describe(final DataTableSpec spec) {
        if (spec.getNumColumns() == 0) {
            return "it has no columns at all.";
        }
        final String columns = spec.stream().limit(NAMES_SHOWN)
            .map(column -> "'" + column.getName() + "' (" + column.getType().getName() + ")")
            .collect(Collectors.joining(", "));
        final int more = spec.getNumColumns() - NAMES_SHOWN;
        return "its columns are " + columns + (more > 0 ? " and " + more + " more." : ".");
    }

    private static String quoted(final List<String> names) {
        final String shown =
            names.stream().limit(NAMES_SHOWN).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        final int more = names.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /**
     * Guesses the column that a role is for: a fitting one with a telling type or name if there is one, else for
     * molecules the first, for others the last that fits.
     *
     * @return the name, or {@code null} when no column fits
     */
    public static String guess(final DataTableSpec spec, final Role role) {
        final List<DataColumnSpec> fitting = spec.stream().filter(role::fits).toList();
        if (fitting.isEmpty()) {
            return role == Role.TARGET ? classes(spec).map(DataColumnSpec::getName).orElse(null) : null;
        }
        final Optional<DataColumnSpec> telling = switch (role) {
            case MOLECULE -> first(fitting, column -> tells(column.getType().getName(), MOLECULE_NAMES, false))
                .or(() -> firstByName(fitting, MOLECULE_NAMES));
            case FINGERPRINT -> last(fitting, column -> RecipeProperty.of(column).isPresent());
            case TARGET -> firstByName(fitting, TARGET_NAMES)
                // Rather ask about it than learn another one in its place.
                .or(() -> spec.stream().filter(column -> NumbersAsText.is(spec, column.getName()))
                    .filter(column -> tells(column.getName(), MEASURE_NAMES, true)).findFirst())
                .or(() -> classes(spec));
            case GROUP -> firstByName(fitting, GROUP_NAMES);
            case REACTION, CATEGORY, NUMBER, WEIGHT -> throw new IllegalArgumentException("Not guessed: " + role);
        };
        return telling.orElse(fitting.get(role == Role.MOLECULE ? 0 : fitting.size() - 1)).getName();
    }

    /**
     * The column that a role is for, where nobody could take another one for it.
     *
     * @param spec a table
     * @param role for molecules or a target
     * @return the only column with a telling name, of several that which is called exactly so; or else the only one
     *         that fits; empty if there is none or a choice
     */
    public static Optional<String> unambiguous(final DataTableSpec spec, final Role role) {
        final List<String> names = role == Role.MOLECULE ? MOLECULE_NAMES
            : Stream.concat(TARGET_NAMES.stream().filter(name -> name.length() > 1), CLASS_NAMES.stream()).toList();
        final List<DataColumnSpec> possible = spec.stream()
            .filter(column -> role.fits(column) || role == Role.TARGET && NumbersAsText.is(spec, column.getName()))
            .toList();
        for (final boolean exactly : new boolean[]{true, false}) {
            final List<DataColumnSpec> telling =
                possible.stream().filter(column -> tells(column.getName(), names, exactly)).toList();
            if (!telling.isEmpty()) {
                return telling.size() == 1 ? Optional.of(telling.get(0).getName()) : Optional.empty();
            }
        }
        final List<DataColumnSpec> fitting = spec.stream().filter(role::fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).getName()) : Optional.empty();
    }

    private static Optional<DataColumnSpec> classes(final DataTableSpec spec) {
        return spec.stream().filter(column -> NumbersAsText.is(spec, column.getName()) || Role.TARGET.fits(column))
            .filter(column -> tells(column.getName(), CLASS_NAMES, true)).findFirst();
    }

    /** Exact names come before names that merely contain one of the words. */
    private static Optional<DataColumnSpec> firstByName(final List<DataColumnSpec> columns, final List<String> names) {
        return first(columns, column -> tells(column.getName(), names, true))
            .or(() -> first(columns, column -> tells(column.getName(), names.subList(0, names.size() - 1), false)));
    }

    private static boolean tells(final String text, final List<String> words, final boolean exactly) {
        final String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> exactly ? lower.equals(word) : lower.contains(word));
    }

    private static Optional<DataColumnSpec> first(final List<DataColumnSpec> columns,
        final Predicate<DataColumnSpec> condition) {
        return columns.stream().filter(condition).findFirst();
    }

    private static Optional<DataColumnSpec> last(final List<DataColumnSpec> columns,
        final Predicate<DataColumnSpec> condition) {
        return columns.stream().filter(condition).reduce((earlier, later) -> later);
    }
}
