/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;

/**
 * Sums over the paths of two, three and four bonds of a molecule: how many there are, and the connectivity indices
 * chi (Hall and Kier, Rev. Comput. Chem. 1991, 2, 367-422), each path counting with the product of its atoms'
 * 1 / sqrt(delta). A ring is a path as well, and so is a ring of three atoms with a fourth, where the one between
 * counts twice. The values are RDKit's, which compares each path with each other and so takes seconds for a large
 * molecule.
 */
final class PathSums {

    /** Most bonds of a path. */
    static final int LONGEST = 4;

    /** Walks of {@link #LONGEST} bonds above which no paths are looked for: metal clusters have countless ones. */
    private static final double MOST_WALKS = 2_000_000;

    private final MolecularGraph graph;

    private final double[] valence;

    private final double[] simple;

    private final boolean[] onPath;

    private final int[] path = new int[LONGEST + 1];

    private final double[] counts = new double[LONGEST + 1];

    private final double[] valenceChi = new double[LONGEST + 1];

    private final double[] simpleChi = new double[LONGEST + 1];

    private PathSums(final MolecularGraph graph) {
        this.graph = graph;
        onPath = new boolean[graph.size()];
        valence = new double[graph.size()];
        simple = new double[graph.size()];
        for (int i = 0; i < graph.size(); i++) {
            final int element = graph.elements()[i];
            final int outer = ValenceElectrons.of(element);
            final int free = outer - graph.hydrogens()[i];
            simple[i] = inverseRoot(free);
            valence[i] = element > 10 ? inverseRoot((double)free / (element - outer - 1)) : simple[i];
        }
    }

    private static double inverseRoot(final double delta) {
        return delta > 0 ? 1 / Math.sqrt(delta) : 0;
    }

    /** @return the sums; not numbers when there are too many paths */
    static PathSums of(final MolecularGraph graph) {
        final var sums = new PathSums(graph);
        if (walks(graph) > MOST_WALKS) {
            Arrays.fill(sums.counts, Double.NaN);
            Arrays.fill(sums.valenceChi, Double.NaN);
            Arrays.fill(sums.simpleChi, Double.NaN);
        } else {
            for (int start = 0; start < graph.size(); start++) {
                sums.extend(0, start, 1, 1);
            }
        }
        return sums;
    }

    private static double walks(final MolecularGraph graph) {
        double[] walks = new double[graph.size()];
        Arrays.fill(walks, 1);
        for (int bonds = 0; bonds < LONGEST; bonds++) {
            final double[] longer = new double[walks.length];
            for (int i = 0; i < walks.length; i++) {
                for (final int neighbour : graph.neighbours()[i]) {
                    longer[i] += walks[neighbour];
                }
            }
            walks = longer;
        }
        return Arrays.stream(walks).sum();
    }

    /** Each path is found from both ends, each ring from all its atoms and in both directions: one of them counts. */
    private void extend(final int bonds, final int atom, final double valenceProduct, final double simpleProduct) {
        path[bonds] = atom;
        onPath[atom] = true;
        final double v = valenceProduct * valence[atom];
        final double s = simpleProduct * simple[atom];
        if (bonds > 1 && path[0] < atom) {
            add(bonds, v, s);
        }
        for (final int next : graph.neighbours()[atom]) {
            if (bonds < LONGEST && !onPath[next]) {
                extend(bonds + 1, next, v, s);
            } else if (bonds > 1 && bonds < LONGEST && next == path[0] && path[1] < atom && startsAtLowest(bonds)) {
                add(bonds + 1, v, s);
            } else if (bonds == LONGEST - 1 && next == path[1] && path[2] < atom) {
                add(LONGEST, v * valence[next], s * simple[next]);
            }
        }
        onPath[atom] = false;
    }

    private boolean startsAtLowest(final int bonds) {
        for (int i = 1; i <= bonds; i++) {
            if (path[i] < path[0]) {
                return false;
            }
        }
        return true;
    }

    private void add(final int bonds, final double v, final double s) {
        counts[bonds]++;
        valenceChi[bonds] += v;
        simpleChi[bonds] += s;
    }

    /** @return number of paths of so many bonds */
    double count(final int bonds) {
        return counts[bonds];
    }

    /** @return chi of that order by valence electrons */
    double valenceChi(final int order) {
        return valenceChi[order];
    }

    /** @return chi of that order by valence electrons, heavy elements like light ones */
    double simpleChi(final int order) {
        return simpleChi[order];
    }
}
