/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.csv;

import java.util.regex.Pattern;

/** Turns numbers with thousands and decimal separators into those that Java reads. */
final class NumberFormat {

    private final char thousands;

    private final char decimal;

    private final Pattern grouped;

    /**
     * @param thousands 0 for none
     * @param decimal 0 for a point
     */
    NumberFormat(final char thousands, final char decimal) {
        this.thousands = thousands;
        this.decimal = decimal == 0 ? '.' : decimal;
        grouped = Pattern.compile("[+-]?\\d{0,3}(" + Pattern.quote(String.valueOf(thousands)) + "\\d{3})*("
            + Pattern.quote(String.valueOf(this.decimal)) + "\\d*)?([eE][+-]?\\d+)?[fFdD]?");
    }

    /** @throws NumberFormatException if separators are in odd places: it is rather a date or a version */
    String plain(final String text) {
        if (thousands != 0 && !grouped.matcher(text).matches()) {
            throw new NumberFormatException("not a number with the thousands separator '" + thousands + "'");
        }
        final String digits = thousands == 0 ? text : text.replace(String.valueOf(thousands), "");
        if (decimal != '.' && digits.indexOf('.') >= 0) {
            throw new NumberFormatException("a point where the decimal separator is '" + decimal + "'");
        }
        return decimal == '.' ? digits : digits.replace(decimal, '.');
    }
}
