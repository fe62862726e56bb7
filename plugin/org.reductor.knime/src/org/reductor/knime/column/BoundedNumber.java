/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reductor.core.data.Relation;

/**
 * A number that was written as text, perhaps with a relation before it, as measurements beyond the range of an assay
 * are: {@code >10000}.
 *
 * @param value the number
 * @param relation how it bounds the true value
 */
public record BoundedNumber(double value, Relation relation) {

    private static final Pattern FORM =
        Pattern.compile("(?<sign>[<>]=?|=|\u2264|\u2265)?\\s*(?<number>" + NumbersAsText.NUMBER + ")");

    /**
     * @param text what a cell holds, without white space around it
     * @return the number; empty if the text is something else. "At most" counts as below and "at least" as above: both
     *         bound the true value in the same way
     */
    public static Optional<BoundedNumber> parse(final String text) {
        final Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        final String sign = matcher.group("sign");
        final Relation relation = sign == null || sign.equals("=") ? Relation.EQUAL
            : sign.startsWith("<") || sign.equals("\u2264") ? Relation.BELOW : Relation.ABOVE;
        return Optional.of(new BoundedNumber(Double.parseDouble(matcher.group("number")), relation));
    }
}
