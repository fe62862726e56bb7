/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.compute;

/**
 * Sums of many rows of equal length, the arithmetic that forward and backward pass spend their time on.
 *
 * <p>Each row is an array of its own, and up to five are added in one pass. With one row a pass the sum would be read
 * and written once a row. The compiler of Java 17 vectorises such a loop only if all arrays are distinct and no more
 * than seven (six if rows are scaled); beyond that, or with several stretches of one array, it is three times slower.
 * Terms are added from the first to the last index, one by one, so the sums have the bits of the plain loop.
 */
public final class RowSums {

    private RowSums() {
    }

    /**
     * {@code sum += rows[indices[from]] + ... + rows[indices[to - 1]]}.
     *
     * @param sum what is added to; as long as each row
     * @param rows the rows
     * @param indices which rows
     * @param from first position
     * @param to position after the last
     */
    public static void add(final float[] sum, final float[][] rows, final int[] indices, final int from,
        final int to) {
        int p = from;
        for (; p + 5 <= to; p += 5) {
            add5(sum, rows[indices[p]], rows[indices[p + 1]], rows[indices[p + 2]], rows[indices[p + 3]],
                rows[indices[p + 4]]);
        }
        switch (to - p) {
            case 4 -> add4(sum, rows[indices[p]], rows[indices[p + 1]], rows[indices[p + 2]], rows[indices[p + 3]]);
            case 3 -> add3(sum, rows[indices[p]], rows[indices[p + 1]], rows[indices[p + 2]]);
            case 2 -> add2(sum, rows[indices[p]], rows[indices[p + 1]]);
            case 1 -> add1(sum, rows[indices[p]]);
            default -> {
                // nothing is left
            }
        }
    }

    /**
     * {@code sum += factors[from] * rows[indices[from]] + ... + factors[to - 1] * rows[indices[to - 1]]}.
     *
     * @param sum what is added to; as long as each row
     * @param factors one factor a position
     * @param rows the rows
     * @param indices which rows
     * @param from first position
     * @param to position after the last
     */
    public static void addScaled(final float[] sum, final float[] factors, final float[][] rows, final int[] indices,
        final int from, final int to) {
        int p = from;
        for (; p + 4 <= to; p += 4) {
            addScaled4(sum, factors[p], rows[indices[p]], factors[p + 1], rows[indices[p + 1]], factors[p + 2],
                rows[indices[p + 2]], factors[p + 3], rows[indices[p + 3]]);
        }
        switch (to - p) {
            case 3 -> addScaled3(sum, factors[p], rows[indices[p]], factors[p + 1], rows[indices[p + 1]],
                factors[p + 2], rows[indices[p + 2]]);
            case 2 -> addScaled2(sum, factors[p], rows[indices[p]], factors[p + 1], rows[indices[p + 1]]);
            case 1 -> addScaled1(sum, factors[p], rows[indices[p]]);
            default -> {
                // nothing is left
            }
        }
    }

    /**
     * {@link #addScaled} where most factors may be 1: bits beside descriptors. Rows whose factor is 1 are added without
     * it, which has the same bits and costs less.
     *
     * @param sum what is added to; as long as each row
     * @param factors one factor a position
     * @param rows the rows
     * @param indices which rows
     * @param from first position
     * @param to position after the last
     */
    public static void addMixed(final float[] sum, final float[] factors, final float[][] rows, final int[] indices,
        final int from, final int to) {
        int p = from;
        while (p < to) {
            int end = p;
            while (end < to && factors[end] == 1f) {
                end++;
            }
            add(sum, rows, indices, p, end);
            p = end;
            while (end < to && factors[end] != 1f) {
                end++;
            }
            addScaled(sum, factors, rows, indices, p, end);
            p = end;
        }
    }

    /**
     * {@code sums[i] += rows[i] . vector} for {@code i < count}. Four products run side by side, because one alone
     * waits for each addition.
     *
     * @param sums what is added to
     * @param rows the rows
     * @param count how many
     * @param vector as long as each row
     */
    public static void addDots(final float[] sums, final float[][] rows, final int count, final float[] vector) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            addDots4(sums, i, rows[i], rows[i + 1], rows[i + 2], rows[i + 3], vector);
        }
        for (; i < count; i++) {
            final float[] row = rows[i];
            float sum = sums[i];
            for (int j = 0; j < vector.length; j++) {
                sum += row[j] * vector[j];
            }
            sums[i] = sum;
        }
    }

    /**
     * Finds what is not zero. Each element is written whether or not it counts, because half of them do under relu, and
     * no processor can guess which.
     *
     * @param values what to look at
     * @param indices receives the indices of values that are not zero; as long as them
     * @param selected receives these values; as long as them
     * @return how many they are
     */
    static int select(final float[] values, final int[] indices, final float[] selected) {
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            indices[count] = i;
            selected[count] = values[i];
            count += values[i] != 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * {@code row[i] *= factors[i]}.
     *
     * @param row what is multiplied
     * @param factors as long as the row
     */
    public static void multiply(final float[] row, final float[] factors) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factors[i];
        }
    }

    /**
     * {@code products[i] = row[i] * factors[i]}.
     *
     * @param products receives the products; as long as the row or longer
     * @param row what is multiplied
     * @param factors as long as the row
     */
    static void multiply(final float[] products, final float[] row, final float[] factors) {
        for (int i = 0; i < factors.length; i++) {
            products[i] = row[i] * factors[i];
        }
    }

    private static void add5(final float[] s, final float[] a, final float[] b, final float[] c, final float[] d,
        final float[] e) {
        for (int i = 0; i < s.length; i++) {
            s[i] = s[i] + a[i] + b[i] + c[i] + d[i] + e[i];
        }
    }

    private static void add4(final float[] s, final float[] a, final float[] b, final float[] c, final float[] d) {
        for (int i = 0; i < s.length; i++) {
            s[i] = s[i] + a[i] + b[i] + c[i] + d[i];
        }
    }

    private static void add3(final float[] s, final float[] a, final float[] b, final float[] c) {
        for (int i = 0; i < s.length; i++) {
            s[i] = s[i] + a[i] + b[i] + c[i];
        }
    }

    private static void add2(final float[] s, final float[] a, final float[] b) {
        for (int i = 0; i < s.length; i++) {
            s[i] = s[i] + a[i] + b[i];
        }
    }

    private static void add1(final float[] s, final float[] a) {
        for (int i = 0; i < s.length; i++) {
            s[i] += a[i];
        }
    }

    private static void addScaled4(final float[] s, final float fa, final float[] a, final float fb, final float[] b,
        final float fc, final float[] c, final float fd, final float[] d) {
        for (int i = 0; i < s.length; i++) {
            s[i] = s[i] + fa * a[i] + fb * b[i] + fc * c[i] + fd * d[i];
        }
    }

    private static void addScaled3(final float[] s, final float fa, final float[] a, final float fb, final float[] b,
        final float fc, final float[] c) {
        for (int i = 0; i < s.length; i++) {
            s[i] = s[i] + fa * a[i] + fb * b[i] + fc * c[i];
        }
    }

    private static void addScaled2(final float[] s, final float fa, final float[] a, final float fb,
        final float[] b) {
        for (int i = 0; i < s.length; i++) {
            s[i] = s[i] + fa * a[i] + fb * b[i];
        }
    }

    private static void addScaled1(final float[] s, final float factor, final float[] a) {
        for (int i = 0; i < s.length; i++) {
            s[i] += factor * a[i];
        }
    }

    private static void addDots4(final float[] sums, final int at, final float[] a, final float[] b, final float[] c,
        final float[] d, final float[] vector) {
        float sumA = sums[at];
        float sumB = sums[at + 1];
        float sumC = sums[at + 2];
        float sumD = sums[at + 3];
        for (int j = 0; j < vector.length; j++) {
            sumA += a[j] * vector[j];
            sumB += b[j] * vector[j];
            sumC += c[j] * vector[j];
            sumD += d[j] * vector[j];
        }
        sums[at] = sumA;
        sums[at + 1] = sumB;
        sums[at + 2] = sumC;
        sums[at + 3] = sumD;
    }
}
