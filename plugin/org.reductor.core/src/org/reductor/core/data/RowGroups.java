/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows belong together, for instance because their molecules share a scaffold. A split keeps the rows of a group
 * on one side, so that no network is judged by near copies of what it has learned from.
 */
public final class RowGroups {

    private final int[] groups;
    private final List<String> names;

    private RowGroups(final int[] groups, final List<String> names) {
        this.groups = groups;
        this.names = names;
    }

    /**
     * @param labels one a row; rows with equal labels are a group
     * @return the groups, numbered in the order of their first row
     */
    public static RowGroups of(final List<String> labels) {
        final Map<String, Integer> numbers = new LinkedHashMap<>();
        final int[] groups = new int[labels.size()];
        for (int row = 0; row < groups.length; row++) {
            final Integer next = numbers.size();
            final Integer known = numbers.putIfAbsent(labels.get(row), next);
            groups[row] = known == null ? next : known;
        }
        return new RowGroups(groups, List.copyOf(numbers.keySet()));
    }

    /** @return number of rows */
    public int rows() {
        return groups.length;
    }

    /** @return number of groups */
    public int count() {
        return names.size();
    }

    /**
     * @param row the row
     * @return its group, from 0 to {@code count() - 1}
     */
    public int of(final int row) {
        return groups[row];
    }

    /**
     * @param group the group
     * @return the label of its rows
     */
    public String name(final int group) {
        return names.get(group);
    }

    /** @return for each group its rows, ascending */
    public List<int[]> members() {
        final int[] sizes = new int[names.size()];
        for (final int group : groups) {
            sizes[group]++;
        }
        final List<int[]> members = new ArrayList<>(Arrays.stream(sizes).mapToObj(int[]::new).toList());
        Arrays.fill(sizes, 0);
        for (int row = 0; row < groups.length; row++) {
            members.get(groups[row])[sizes[groups[row]]++] = row;
        }
        return members;
    }

    /**
     * @param rows some rows
     * @return their groups, one for each of them in that order
     */
    public RowGroups select(final int[] rows) {
        return of(Arrays.stream(rows).mapToObj(row -> names.get(groups[row])).toList());
    }

    /** @return SHA-256 over the group of each row, as 64 hexadecimal digits; labels do not matter */
    public String sha256() {
        final ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * groups.length);
        buffer.asIntBuffer().put(groups);
        final MessageDigest digest = Sha256.start();
        digest.update(buffer.array());
        return Sha256.hex(digest);
    }
}
