/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The three header lines of a molblock, which may be blank and then get lost on the way through files and tables. */
final class Molblock {

    private static final int HEADER_LINES = 3;

    /** The line behind the header ends with the version, in columns 34 to 39. */
    private static final Pattern COUNTS = Pattern.compile("[ \\d]*\\d.*\\bV[23]000\\s*");

    private static final int COUNTS_WIDTH = 39;

    /** A block that has blank lines too many has not more than these. */
    private static final int LINES_LOOKED_AT = 8;

    private Molblock() {
    }

    /**
     * @param text a molblock, with all of its header or not
     * @return the same with three lines before the line of counts; as it was when that line is not found
     */
    static String withHeader(final String text) {
        final List<String> lines = text.lines().limit(LINES_LOOKED_AT).toList();
        final int found = isCounts(lines, HEADER_LINES) ? HEADER_LINES
            : IntStream.range(0, lines.size()).filter(i -> isCounts(lines, i)).findFirst().orElse(HEADER_LINES);
        if (found < HEADER_LINES) {
            // A text that begins with this line may have lost the line's indentation as well.
            final int width = lines.get(0).stripTrailing().length();
            return "\n".repeat(HEADER_LINES - found) + " ".repeat(found > 0 ? 0 : Math.max(0, COUNTS_WIDTH - width))
                + text;
        }
        final int surplus = found - HEADER_LINES;
        return surplus > 0 && lines.stream().limit(surplus).allMatch(String::isBlank)
            ? text.lines().skip(surplus).collect(Collectors.joining("\n")) : text;
    }

    private static boolean isCounts(final List<String> lines, final int index) {
        return index < lines.size() && COUNTS.matcher(lines.get(index)).matches();
    }
}
