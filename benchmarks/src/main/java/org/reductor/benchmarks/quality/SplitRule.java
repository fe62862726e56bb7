/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import org.reductor.chem.MoleculeGrouper;
import org.reductor.chem.MoleculeGrouping;
import org.reductor.chem.Standardization;
import org.reductor.chem.UnusableRowException;
import org.reductor.core.data.Seeds;
import org.reductor.core.data.Shuffle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the rows of a table without a column {@link QualityTable#SPLIT} are divided.
 *
 * @param kind the rule
 * @param column for {@link Kind#GROUPS} the column whose values are the groups; empty for the other rules
 * @param testShare share of the test rows, above 0 and below 1
 */
record SplitRule(Kind kind, String column, double testShare) {

    /** The rule. */
    enum Kind {
        /** As the table's own column says. */
        COLUMN,
        /** By chance. */
        RANDOM,
        /**
         * Whole scaffolds (Bemis and Murcko 1996), as MoleculeNet does (Wu et al. 2018): the largest groups of
         * molecules fill the training set, the next the validation set, which is as large as the test set and joins
         * the training rows here, and the rest is the test set. Molecules without a ring are one group.
         */
        SCAFFOLD,
        /** Rows of the same text in a column stay together; whole groups are drawn by chance for the test set. */
        GROUPS
    }

    /** The table's own column. */
    static final SplitRule OWN = new SplitRule(Kind.COLUMN, "", 0.5);

    /** Checks the share. */
    SplitRule {
        if (!(testShare > 0 && testShare < 1)) {
            throw new IllegalArgumentException("The share of test rows is " + testShare
                + "; it must be above 0 and below 1, for example .2.");
        }
    }

    /**
     * @param text {@code random:SHARE}, {@code scaffold:SHARE} or {@code groups:COLUMN:SHARE}
     * @return the rule
     * @throws IllegalArgumentException if the text is another
     */
    static SplitRule of(final String text) {
        final String[] parts = text.split(":");
        try {
            if (parts.length == 2 && parts[0].equals("random")) {
                return new SplitRule(Kind.RANDOM, "", Double.parseDouble(parts[1]));
            }
            if (parts.length == 2 && parts[0].equals("scaffold")) {
                return new SplitRule(Kind.SCAFFOLD, "", Double.parseDouble(parts[1]));
            }
            if (parts.length == 3 && parts[0].equals("groups")) {
                return new SplitRule(Kind.GROUPS, parts[1], Double.parseDouble(parts[2]));
            }
        } catch (final NumberFormatException e) { // NOSONAR reported below, with the text
        }
        throw new IllegalArgumentException("A split is random:SHARE, scaffold:SHARE or groups:COLUMN:SHARE with the "
            + "share of the test rows, for example scaffold:.1, but not '" + text + "'.");
    }

    /** @return whether another seed gives another split */
    boolean seeded() {
        return kind == Kind.RANDOM || kind == Kind.GROUPS;
    }

    /**
     * Divides rows.
     *
     * @param table the table
     * @param usable those of its rows that can be used, ascending
     * @param seed seed of everything random
     * @return the split
     * @throws IllegalArgumentException if one side has no row
     */
    Split of(final QualityTable table, final int[] usable, final long seed) {
        final Set<Integer> test = switch (kind) {
            case COLUMN -> Arrays.stream(usable).filter(row -> isTest(table, row)).boxed().collect(Collectors.toSet());
            case RANDOM -> Arrays.stream(Shuffle.inPlace(usable.clone(), Seeds.derive(seed)))
                .limit(Math.round(usable.length * testShare)).boxed().collect(Collectors.toSet());
            case SCAFFOLD -> lastGroups(groups(usable, scaffolds(table)), usable.length);
            case GROUPS -> randomGroups(groups(usable, row -> String.valueOf(table.cell(row, column))),
                usable.length, seed);
        };
        if (test.isEmpty() || test.size() == usable.length) {
            throw new IllegalArgumentException("The split " + this + " leaves " + test.size() + " of the "
                + usable.length + " usable rows of " + table.name() + " for the test. Choose another one.");
        }
        return new Split(Arrays.stream(usable).filter(row -> !test.contains(row)).toArray(),
            Arrays.stream(usable).filter(test::contains).toArray());
    }

    private static boolean isTest(final QualityTable table, final int row) {
        final String text = String.valueOf(table.cell(row, QualityTable.SPLIT));
        return switch (text) {
            case "test" -> true;
            case "train" -> false;
            default -> throw new IllegalArgumentException("The column '" + QualityTable.SPLIT + "' of " + table.name()
                + " says '" + text + "' in record " + (row + 2) + "; it must say train or test.");
        };
    }

    private static IntFunction<String> scaffolds(final QualityTable table) {
        final MoleculeGrouper grouper = new MoleculeGrouper(new MoleculeGrouping(MoleculeGrouping.By.SCAFFOLD,
            Standardization.NONE, false, MoleculeGrouping.Ringless.TOGETHER), () -> false);
        final String molecules = table.moleculeColumns().get(0);
        return row -> {
            try {
                return grouper.group(table.cell(row, molecules));
            } catch (final UnusableRowException e) {
                throw new IllegalArgumentException("Record " + (row + 2) + " of " + table.name()
                    + " has no scaffold. " + e.getMessage(), e);
            }
        };
    }

    /** Rows by their group, in the order of the table. */
    private static List<List<Integer>> groups(final int[] usable, final IntFunction<String> group) {
        final Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (final int row : usable) {
            groups.computeIfAbsent(group.apply(row), name -> new ArrayList<>()).add(row);
        }
        return new ArrayList<>(groups.values());
    }

    /** The largest groups fill the training set, then the validation set; the others are left. */
    private Set<Integer> lastGroups(final List<List<Integer>> groups, final int rows) {
        groups.sort(Comparator.<List<Integer>>comparingInt(List::size).thenComparing(group -> group.get(0)).reversed());
        final double trainingRows = (1 - 2 * testShare) * rows;
        final double validationRows = (1 - testShare) * rows;
        int training = 0;
        int validation = 0;
        final Set<Integer> test = new HashSet<>();
        for (final List<Integer> group : groups) {
            if (training + group.size() <= trainingRows) {
                training += group.size();
            } else if (training + validation + group.size() <= validationRows) {
                validation += group.size();
            } else {
                test.addAll(group);
            }
        }
        return test;
    }

    private Set<Integer> randomGroups(final List<List<Integer>> groups, final int rows, final long seed) {
        final Set<Integer> test = new HashSet<>();
        for (final int group : Shuffle.inPlace(IntStream.range(0, groups.size()).toArray(), Seeds.derive(seed))) {
            if (test.size() + groups.get(group).size() / 2.0 <= rows * testShare) {
                test.addAll(groups.get(group));
            }
        }
        return test;
    }

    /** @return the text that {@link #of(String)} reads; {@code column} for the table's own */
    @Override
    public String toString() {
        return switch (kind) {
            case COLUMN -> "column";
            case GROUPS -> "groups:" + column + ":" + testShare;
            default -> kind.name().toLowerCase(Locale.ROOT) + ":" + testShare;
        };
    }
}
