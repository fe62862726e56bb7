/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The positions of the flags that are set, as the gaps between them, in codes of 1, 2, 4 or 8 bits, whichever is
 * shortest. A code below {@code escape() = 2^bits - 1} skips that many positions, and the next one is set; the escape
 * code skips as many without that. With 1 bit that is a bit mask, right for half of all flags; with 4 bits it takes 5
 * bits a set flag where one in ten is set, within 10 % of the entropy; 8 bits are for fewer still.
 *
 * @param bits 1, 2, 4 or 8
 * @param length number of codes
 * @param codes the codes in the order of the positions, lowest bits of a byte first
 */
record GapCode(int bits, int length, byte[] codes) {

    /** @return the shortest code of the flags */
    static GapCode of(final boolean[] flags) {
        final int[] set = IntStream.range(0, flags.length).filter(i -> flags[i]).toArray();
        GapCode shortest = encode(set, 1);
        for (int bits = 2; bits <= 8; bits *= 2) {
            final GapCode code = encode(set, bits);
            if (code.codes.length < shortest.codes.length) {
                shortest = code;
            }
        }
        return shortest;
    }

    int escape() {
        return (1 << bits) - 1;
    }

    private static GapCode encode(final int[] set, final int bits) {
        final int escape = (1 << bits) - 1;
        int length = set.length;
        int next = 0;
        for (final int position : set) {
            length = Math.addExact(length, (position - next) / escape);
            next = position + 1;
        }
        final int perByte = 8 / bits;
        // All ones, which is the escape code for any number of bits.
        final byte[] codes = new byte[(int)(((long)length + perByte - 1) / perByte)];
        Arrays.fill(codes, (byte)0xff);
        int at = 0;
        next = 0;
        for (final int position : set) {
            at += (position - next) / escape;
            final int shift = at % perByte * bits;
            codes[at / perByte] &= (byte)~(escape - (position - next) % escape << shift);
            at++;
            next = position + 1;
        }
        return new GapCode(bits, length, codes);
    }
}
