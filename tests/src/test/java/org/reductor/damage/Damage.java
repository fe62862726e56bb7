/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.damage;

import java.util.Arrays;
import java.util.Random;

/** What disks, networks and people do to files; the same for the same number. */
public final class Damage {

    /** Files of each kind that tests damage; the system property {@code reductor.damage} asks for more. */
    public static final int TRIED = Integer.getInteger("reductor.damage", 300);

    private Damage() {
    }

    /** @return the damaged bytes: another array, not always another content */
    public static byte[] of(final byte[] whole, final int number) {
        final Random random = new Random(17L * number + 3);
        final byte[] bytes = whole.clone();
        final int at = random.nextInt(bytes.length);
        final int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
        switch (number % 8) {
            case 0 -> bytes[at] ^= (byte)(1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte)random.nextInt(256);
            case 2 -> Arrays.fill(bytes, at, end, (byte)0);
            case 3 -> Arrays.fill(bytes, at, end, (byte)0xff);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return without(bytes, at, end);
            }
            case 6 -> {
                return twice(bytes, at, end);
            }
            default -> {
                for (int i = 0; i < 1 + random.nextInt(40); i++) {
                    bytes[random.nextInt(bytes.length)] = (byte)random.nextInt(256);
                }
            }
        }
        return bytes;
    }

    private static byte[] without(final byte[] bytes, final int from, final int to) {
        final byte[] less = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, less, from, bytes.length - to);
        return less;
    }

    private static byte[] twice(final byte[] bytes, final int from, final int to) {
        final byte[] more = Arrays.copyOf(bytes, bytes.length + (to - from));
        System.arraycopy(bytes, from, more, to, bytes.length - from);
        return more;
    }
}
