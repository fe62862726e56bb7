/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.util.ArrayList;
import java.util.List;

import org.reductor.runner.workflow.FlowValue;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a workflow variable as KNIME does: {@code name,value,type}, where quotes keep commas together. */
final class FlowValueConverter implements ITypeConverter<FlowValue> {

    @Override
    public FlowValue convert(final String text) {
        final List<String> parts = splitQuoted(text);
        if (parts.size() != 3) {
            throw new TypeConversionException("'" + text + "' should read name,value,type.");
        }
        final String value = parts.get(1);
        try {
            return switch (parts.get(2)) {
                case "String" -> new FlowValue(parts.get(0), value);
                case "int" -> new FlowValue(parts.get(0), Integer.valueOf(value));
                case "double" -> new FlowValue(parts.get(0), Double.valueOf(value));
                default -> throw new TypeConversionException(
                    "in '" + text + "' the type '" + parts.get(2) + "' is none of String, int and double.");
            };
        } catch (final NumberFormatException ex) {
            throw new TypeConversionException(
                "in '" + text + "' the value '" + value + "' is not of type " + parts.get(2) + ".");
        }
    }

    /** Splits at commas outside quotes; quotes are removed, a backslash escapes within them. */
    private static List<String> splitQuoted(final String text) {
        final List<String> result = new ArrayList<>();
        final StringBuilder token = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (quote != 0 && c == '\\' && i + 1 < text.length()) {
                token.append(text.charAt(++i));
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote == 0 && c == ',') {
                result.add(token.toString());
                token.setLength(0);
            } else {
                token.append(c);
            }
        }
        result.add(token.toString());
        return result;
    }
}
