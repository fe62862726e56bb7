/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.explainer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.reductor.chem.DissectedMolecule;
import org.reductor.chem.DissectedMolecule.Occurrence;

/** The substructures by which molecules have features, with how many molecules have each, and examples. */
final class Substructures {

    /** RowIDs that are told. */
    private static final int EXAMPLES = 3;

    /**
     * One of the substructures of a feature.
     *
     * @param smarts as SMARTS; empty if it has none
     * @param molecules number of molecules that have it
     * @param examples RowIDs of some of them
     * @param svg a drawing in a small one of these; empty if it cannot be drawn
     */
    record Substructure(String smarts, int molecules, List<String> examples, String svg) {
    }

    /** One that is not drawn yet. */
    private static final class Found {

        private final long identifier;

        private final boolean known;

        private int molecules;

        private final List<String> examples = new ArrayList<>();

        private String smallest;

        private int atoms = Integer.MAX_VALUE;

        private String smarts = "";

        private String svg = "";

        private Found(final Occurrence occurrence) {
            identifier = occurrence.substructure();
            known = occurrence.isKnown();
        }

        private void add(final String row, final int size) {
            molecules++;
            if (examples.size() < EXAMPLES) {
                examples.add(row);
            }
            if (size < atoms) {
                atoms = size;
                smallest = row;
            }
        }
    }

    /** By feature, and by the identifier of the substructure. */
    private final Map<Integer, Map<Long, Found>> found = new TreeMap<>();

    /** What is to be drawn: by RowID, then by feature. */
    private final Map<String, Map<Integer, List<Found>>> wanted = new HashMap<>();

    /**
     * Counts the substructures of a molecule.
     *
     * @param row RowID
     * @param molecule its molecule
     */
    void count(final String row, final DissectedMolecule molecule) {
        final Set<List<Long>> seen = new HashSet<>();
        for (final Occurrence o : molecule.occurrences()) {
            if (seen.add(List.of((long)o.feature(), o.substructure()))) {
                found.computeIfAbsent(o.feature(), feature -> new TreeMap<>())
                    .computeIfAbsent(o.substructure(), identifier -> new Found(o)).add(row, molecule.atoms());
            }
        }
    }

    /** Decides what is to be drawn: of each feature the substructures that most molecules have. */
    void choose(final int most) {
        found.forEach((feature, all) -> chosen(all, most).forEach(one -> wanted
            .computeIfAbsent(one.smallest, row -> new HashMap<>())
            .computeIfAbsent(feature, f -> new ArrayList<>()).add(one)));
    }

    private static List<Found> chosen(final Map<Long, Found> all, final int most) {
        return all.values().stream()
            .sorted(Comparator.<Found> comparingInt(one -> -one.molecules).thenComparingLong(one -> one.identifier))
            .limit(most).toList();
    }

    /** @return whether anything of a row's molecule is to be drawn */
    boolean isWanted(final String row) {
        return wanted.containsKey(row);
    }

    /**
     * Draws what is wanted of a molecule.
     *
     * @param row RowID
     * @param molecule its molecule, with drawing and SMARTS
     */
    void draw(final String row, final DissectedMolecule molecule) {
        final Map<Integer, List<Found>> ofRow = wanted.get(row);
        for (final Occurrence o : molecule.occurrences()) {
            for (final Found one : ofRow.getOrDefault(o.feature(), List.of())) {
                if (one.identifier == o.substructure() && one.svg.isEmpty()) {
                    one.smarts = o.smarts();
                    one.svg = molecule.drawing().map(drawing -> drawing.highlighted(o.atoms(), o.centre())).orElse("");
                }
            }
        }
    }

    /**
     * @param feature a feature
     * @param most how many are told
     * @return its substructures, those first that most molecules have
     */
    List<Substructure> of(final int feature, final int most) {
        return chosen(found.getOrDefault(feature, Map.of()), most).stream()
            .map(one -> new Substructure(one.smarts, one.molecules, one.examples, one.svg)).toList();
    }

    /** @return how many different substructures a feature has; 0 if none was found, -1 if they cannot be told apart */
    int count(final int feature) {
        final Map<Long, Found> all = found.getOrDefault(feature, Map.of());
        return all.values().stream().allMatch(one -> one.known) ? all.size() : -1;
    }
}
