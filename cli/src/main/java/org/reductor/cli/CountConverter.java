/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number from 1 on. */
final class CountConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(final String text) {
        try {
            final int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (final NumberFormatException ex) { // NOSONAR reported below
        }
        throw new TypeConversionException("'" + text + "' is no whole number from 1 on.");
    }
}
