/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says in plain words why a SMILES text cannot be read. RDKit's parser answers only "no" from Java (its explanation
 * goes to a native log), so the usual slips are looked for here: brackets and what is in them, branches, ring closures,
 * strange characters, dots and bonds with nothing behind them.
 * Used only on text that RDKit has refused; it never decides whether a SMILES is valid.
 */
final class SmilesDiagnosis {

    private static final String OUTSIDE_BRACKETS = "BCNOPSFIbcnopsHlr*()[]=#-+:/\\.%$~>@0123456789";

    private static final String BONDS = "-=#$:~/\\";

    private SmilesDiagnosis() {
    }

    /**
     * @param smiles text that RDKit could not read
     * @return a plain explanation, empty when no usual slip is found
     */
    static Optional<String> explain(final String smiles) {
        int depth = 0;
        int bracket = -1;
        final var openRings = new TreeSet<Integer>();
        for (int i = 0; i < smiles.length(); i++) {
            final char c = smiles.charAt(i);
            if (bracket >= 0) {
                if (c == ']') {
                    final Optional<String> slip = BracketAtom.slip(smiles.substring(bracket + 1, i));
                    if (slip.isPresent()) {
                        return at(slip.get(), bracket);
                    }
                    bracket = -1;
                } else if (c == '[') {
                    return at("a second '[' inside an atom's square brackets", i);
                }
                continue;
            }
            switch (c) {
                case '[' -> bracket = i;
                case ']' -> {
                    return at("a ']' without its '['", i);
                }
                case '(' -> depth++;
                case ')' -> {
                    if (--depth < 0) {
                        return at("a ')' without its '('", i);
                    }
                }
                case '>' -> {
                    return Optional.of("it is a reaction, not a molecule");
                }
                case '%' -> {
                    if (i + 2 < smiles.length() && isDigit(smiles.charAt(i + 1)) && isDigit(smiles.charAt(i + 2))) {
                        toggle(openRings, Integer.parseInt(smiles.substring(i + 1, i + 3)));
                        i += 2;
                    } else {
                        return at("a '%' without a two-digit ring number", i);
                    }
                }
                default -> {
                    if (isDigit(c)) {
                        toggle(openRings, c - '0');
                    } else if (OUTSIDE_BRACKETS.indexOf(c) < 0) {
                        return at("'" + c + "', which is no atom or bond outside square brackets,", i);
                    }
                }
            }
        }
        return atTheEnd(depth, bracket, openRings).or(() -> loose(smiles));
    }

    private static Optional<String> atTheEnd(final int depth, final int bracket, final SortedSet<Integer> openRings) {
        if (bracket >= 0) {
            return at("a '[' that is never closed", bracket);
        }
        if (depth > 0) {
            return Optional.of(depth == 1 ? "a branch '(' is never closed" : depth + " branches '(' are never closed");
        }
        if (!openRings.isEmpty()) {
            return Optional.of("ring bond " + openRings.first() + " is opened but never closed");
        }
        return Optional.empty();
    }

    /** A dot or a bond that lacks a neighbour; looked for last, as other slips leave them behind. */
    private static Optional<String> loose(final String smiles) {
        boolean inBracket = false;
        char before = '.';
        for (int i = 0; i < smiles.length(); i++) {
            final char c = smiles.charAt(i);
            if (!inBracket && c == '.' && (before == '.' || before == '(')) {
                return at(i == 0 || before == '(' ? "a dot without a molecule before it"
                    : "two dots without a molecule between them", i);
            }
            if (!inBracket && BONDS.indexOf(before) >= 0 && (c == ')' || c == '.')) {
                return at("a bond '" + before + "' with no atom behind it", i - 1);
            }
            inBracket = c == '[' || inBracket && c != ']';
            before = c;
        }
        if (before == '.') {
            return at("a dot with no molecule behind it", smiles.length() - 1);
        }
        return BONDS.indexOf(before) < 0 ? Optional.empty()
            : at("a bond '" + before + "' with no atom behind it", smiles.length() - 1);
    }

    private static boolean isDigit(final char c) {
        return c >= '0' && c <= '9';
    }

    private static void toggle(final Set<Integer> open, final int ring) {
        if (!open.remove(ring)) {
            open.add(ring);
        }
    }

    private static Optional<String> at(final String what, final int index) {
        return Optional.of("it has " + what + " at character " + (index + 1));
    }
}
