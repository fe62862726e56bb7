/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.util.regex.Pattern;

/** Turns numbers with thousands and decimal separators into those that Java reads. */
final class NumberFormat {

    private final char thousands;

    private final char decimal;

    private final Pattern integerPattern;

    private final Pattern decimalPattern;

    /**
     * @param thousands 0 for none
     * @param decimal usually a point
     */
    NumberFormat(final char thousands, final char decimal) {
        this.thousands = thousands;
        this.decimal = decimal;
        final String groups = "[+-]?\\d{0,3}(" + Pattern.quote(String.valueOf(thousands)) + "\\d{3})*";
        integerPattern = Pattern.compile(groups);
        decimalPattern = Pattern.compile(groups + "(" + Pattern.quote(String.valueOf(decimal)) + "\\d*)?"
            + "([eE][+-]?\\d+)?[fFdD]?");
    }

    String integer(final String text) {
        return thousands == 0 ? text : ungrouped(text, integerPattern);
    }

    String decimal(final String text) {
        final String digits = thousands == 0 ? text : ungrouped(text, decimalPattern);
        if (decimal == '.') {
            return digits;
        }
        if (digits.indexOf('.') >= 0) {
            throw new NumberFormatException("a point where the decimal separator is '" + decimal + "'");
        }
        return digits.replace(decimal, '.');
    }

    /** A number with separators in odd places is rather a date or a version: not a number. */
    private String ungrouped(final String text, final Pattern pattern) {
        if (!pattern.matcher(text).matches()) {
            throw new NumberFormatException("not a number with the thousands separator '" + thousands + "'");
        }
        return text.replace(String.valueOf(thousands), "");
    }
}
