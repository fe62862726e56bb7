/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in square brackets in a SMILES: isotope, element, chirality, hydrogens, charge, number. */
final class BracketAtom {

    private static final Pattern PARTS = Pattern.compile("(\\d*)(\\*|#\\d+|[A-Za-z][a-z]?)(.*)");

    private static final Pattern REST =
        Pattern.compile("(@(@|[A-Z]{2}\\d*)?)?(H\\d*)?(\\++|-+|\\+\\d+|-\\d+)?(:\\d+)?");

    private static final Pattern R_GROUP = Pattern.compile("R\\d*|R#|\\d+R");

    private BracketAtom() {
    }

    /**
     * @param content what is between the brackets of a text that RDKit has refused
     * @return what is wrong with it, to be followed by its place; nothing when no slip is found
     */
    static Optional<String> slip(final String content) {
        if (content.isEmpty()) {
            return Optional.of("empty square brackets");
        }
        if (R_GROUP.matcher(content).matches()) {
            return Optional.of("'[" + content + "]', an R group, for which a SMILES writes [*] (with a number [*:1]),");
        }
        final Matcher parts = PARTS.matcher(content);
        if (!parts.matches()) {
            return Optional.of("'[" + content + "]', which begins with no element,");
        }
        final String symbol = parts.group(2);
        if (!"*".equals(symbol) && !symbol.startsWith("#") && !Elements.isSymbol(symbol)) {
            return Optional.of("an unknown element in '[" + content + "]'" + hint(content));
        }
        return REST.matcher(parts.group(3)).matches() ? Optional.empty()
            : Optional.of("'" + parts.group(3) + "', which cannot follow the element, in '[" + content + "]'");
    }

    private static String hint(final String content) {
        return switch (content) {
            case "D" -> " (deuterium is [2H])";
            case "T" -> " (tritium is [3H])";
            default -> "";
        };
    }
}
