/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import org.reductor.runner.workflow.NodeOption;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a setting of a node: {@code nodeId,key,value,type}. */
final class NodeOptionConverter implements ITypeConverter<NodeOption> {

    /** The value may hold commas, so the first two and the last one count, as in KNIME. */
    @Override
    public NodeOption convert(final String text) {
        final int first = text.indexOf(',');
        final int second = text.indexOf(',', first + 1);
        final int last = text.lastIndexOf(',');
        if (first < 1 || second < 0 || last == second) {
            throw new TypeConversionException("'" + text + "' should read nodeId,key,value,type. If the value has a "
                + "blank or a tab, write the whole option in quotes: the shell cuts it there.");
        }
        final String id = text.substring(0, first);
        final NodeOption option;
        try {
            option = new NodeOption(Integer.parseInt(id), text.substring(first + 1, second),
                text.substring(second + 1, last), text.substring(last + 1));
        } catch (final NumberFormatException ex) {
            throw new TypeConversionException("in '" + text + "', '" + id + "' is not a node's number.");
        }
        option.problem().ifPresent(problem -> {
            throw new TypeConversionException("in '" + text + "': " + problem);
        });
        return option;
    }
}
