/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rows have been to networks: for each row and network whether it was learned from, stopped on, or judged by. Rows
 * are known by their digests only: who has a row can ask for its roles, but no row can be read out. Most rows have the
 * roles of their fold, so that only few patterns of roles differ.
 */
public final class RowRoles {

    /** Nobody knows. */
    public static final RowRoles NONE = new RowRoles(new long[0], new int[0], List.of());

    /** What a row is to a network; of several a later one counts. */
    public enum Role {
        /** It was not there. */
        NONE,
        /** It told how good the network is. */
        JUDGED,
        /** It decided when training stops. */
        STOPPED,
        /** It moved weights. */
        LEARNED;

        /** @return whether the network may know the row by heart */
        public boolean known() {
            return this == STOPPED || this == LEARNED;
        }
    }

    /** Ascending and distinct. */
    private final long[] digests;
    private final int[] patternOf;
    private final List<List<Role>> patterns;

    private RowRoles(final long[] digests, final int[] patternOf, final List<List<Role>> patterns) {
        this.digests = digests;
        this.patternOf = patternOf;
        this.patterns = patterns;
    }

    /** Collects roles, one row after the other; equal rows get the stronger role of each network. */
    public static final class Builder {

        private final int networks;
        private final TreeMap<Long, List<Role>> roles = new TreeMap<>();

        /** @param networks number of networks */
        public Builder(final int networks) {
            this.networks = networks;
        }

        /**
         * @param row a row
         * @param ofNetworks what it is to each network
         */
        public void add(final RowDigest row, final List<Role> ofNetworks) {
            add(row.value(), ofNetworks);
        }

        private void add(final long digest, final List<Role> ofNetworks) {
            if (ofNetworks.size() != networks) {
                throw new IllegalArgumentException(
                    "A row has roles for " + ofNetworks.size() + " networks, but there are " + networks + ".");
            }
            roles.merge(digest, ofNetworks, RowRoles::stronger);
        }

        /**
         * @return the roles
         * @throws IllegalArgumentException if the rows are too many
         */
        public RowRoles build() {
            Limits.requireRows(roles.size());
            final Map<List<Role>, Integer> patterns = new LinkedHashMap<>();
            final int[] patternOf = roles.values().stream()
                .mapToInt(pattern -> patterns.computeIfAbsent(pattern, p -> patterns.size())).toArray();
            return new RowRoles(roles.keySet().stream().mapToLong(Long::longValue).toArray(), patternOf,
                patterns.keySet().stream().map(List::copyOf).toList());
        }
    }

    private static List<Role> stronger(final List<Role> one, final List<Role> other) {
        final Role[] both = new Role[one.size()];
        for (int n = 0; n < both.length; n++) {
            both[n] = one.get(n).compareTo(other.get(n)) > 0 ? one.get(n) : other.get(n);
        }
        return List.of(both);
    }

    /**
     * @param digests of {@link #digests()}
     * @param patternOf of {@link #patternOf()}
     * @param patterns of {@link #patterns()}
     * @return the roles
     * @throws IllegalArgumentException if digests do not ascend, or the parts do not fit together
     */
    public static RowRoles of(final long[] digests, final int[] patternOf, final List<List<Role>> patterns) {
        Limits.requireRows(digests.length);
        for (int i = 1; i < digests.length; i++) {
            if (digests[i] <= digests[i - 1]) {
                throw new IllegalArgumentException("Digests of rows must ascend, but number " + i + " does not.");
            }
        }
        if (patternOf.length != digests.length
            || Arrays.stream(patternOf).anyMatch(pattern -> pattern < 0 || pattern >= patterns.size())
            || patterns.stream().anyMatch(pattern -> pattern.size() != patterns.get(0).size())) {
            throw new IllegalArgumentException("There are " + digests.length + " rows with " + patternOf.length
                + " patterns of " + patterns.size() + ", which do not fit together.");
        }
        return new RowRoles(digests.clone(), patternOf.clone(), patterns.stream().map(List::copyOf).toList());
    }

    /** @return one number a row, ascending and distinct (a copy) */
    public long[] digests() {
        return digests.clone();
    }

    /** @return for each row which of the patterns it has (a copy) */
    public int[] patternOf() {
        return patternOf.clone();
    }

    /** @return the different patterns: one role a network */
    public List<List<Role>> patterns() {
        return patterns;
    }

    /** @return number of different rows */
    public int size() {
        return digests.length;
    }

    /** @return number of networks; 0 if no row is known */
    public int networks() {
        return patterns.isEmpty() ? 0 : patterns.get(0).size();
    }

    /**
     * @param row a row
     * @return what it is to each network; nothing to any, if it is not known
     */
    public List<Role> of(final RowDigest row) {
        final int index = Arrays.binarySearch(digests, row.value());
        return index < 0 ? Collections.nCopies(networks(), Role.NONE) : patterns.get(patternOf[index]);
    }

    /** @return number of different rows that any network may know by heart */
    public int known() {
        final boolean[] known = new boolean[patterns.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = patterns.get(i).stream().anyMatch(Role::known);
        }
        return (int)Arrays.stream(patternOf).filter(pattern -> known[pattern]).count();
    }

    /**
     * @param before what rows were to the networks that these started from: network {@code i} from {@code i} modulo
     *            their number
     * @return the roles of both trainings
     * @throws IllegalArgumentException if the rows are too many
     */
    public RowRoles startedFrom(final RowRoles before) {
        if (before.size() == 0) {
            return this;
        }
        final int networks = Math.max(networks(), size() == 0 ? before.networks() : 0);
        final Builder both = new Builder(networks);
        for (int i = 0; i < digests.length; i++) {
            both.add(digests[i], patterns.get(patternOf[i]));
        }
        for (int i = 0; i < before.digests.length; i++) {
            both.add(before.digests[i], wrapped(before.patterns.get(before.patternOf[i]), networks));
        }
        return both.build();
    }

    /** @return what rows are to one of the networks alone */
    public RowRoles network(final int index) {
        if (size() == 0) {
            return NONE;
        }
        final Builder one = new Builder(1);
        for (int i = 0; i < digests.length; i++) {
            one.add(digests[i], List.of(patterns.get(patternOf[i]).get(index)));
        }
        return one.build();
    }

    private static List<Role> wrapped(final List<Role> pattern, final int networks) {
        final Role[] roles = new Role[networks];
        for (int n = 0; n < networks; n++) {
            roles[n] = pattern.get(n % pattern.size());
        }
        return List.of(roles);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowRoles that && Arrays.equals(digests, that.digests)
            && Arrays.equals(patternOf, that.patternOf) && patterns.equals(that.patterns);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(digests) + Arrays.hashCode(patternOf)) + patterns.hashCode();
    }

    @Override
    public String toString() {
        return digests.length + " rows";
    }
}
