/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.util;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives names that are not taken: {@code a}, {@code a (#1)}, {@code a (#2)}, ... */
public final class UniqueNameGenerator {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(#(\\d{1,9})\\)");

    private final Set<String> taken;

    public UniqueNameGenerator(final Set<String> names) {
        taken = new HashSet<>(names);
    }

    /** The trimmed name itself if it is free; it is taken from now on. */
    public String newName(final String suggested) {
        final String wanted = suggested.trim();
        final Matcher numbered = NUMBERED.matcher(wanted);
        final boolean matches = numbered.matches();
        final String base = matches ? numbered.group(1) : wanted;
        int number = matches ? Integer.parseInt(numbered.group(2)) + 1 : 1;
        String result = wanted;
        while (!taken.add(result)) {
            result = base + " (#" + number++ + ")";
        }
        return result;
    }
}
