/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a command: files in their order, and options with or without a value. */
final class Arguments {

    private static final String OVERWRITE = "--overwrite";

    private final List<String> files = new ArrayList<>();

    private final Map<String, String> options = new LinkedHashMap<>();

    /**
     * @param command what the messages call the command
     * @param args its arguments
     * @param valued names of options with a value, as {@code --name VALUE} or {@code --name=VALUE}; all commands also
     *            take {@code --overwrite}
     * @param wanted what the files are, for messages, one word each
     * @throws OptionException if an option is unknown or has no value, or there are more or fewer files
     */
    Arguments(final String command, final List<String> args, final Set<String> valued, final String... wanted)
        throws OptionException {
        for (int i = 0; i < args.size(); i++) {
            final String[] parts = args.get(i).split("=", 2);
            if (!parts[0].startsWith("-")) {
                files.add(args.get(i));
            } else if (parts[0].equals(OVERWRITE) && parts.length == 1) {
                options.put(OVERWRITE, "");
            } else if (!valued.contains(parts[0])) {
                throw new OptionException("'" + command + "' has no option '" + args.get(i) + "'. It has "
                    + String.join(", ", valued.stream().sorted().toList()) + " and " + OVERWRITE + ".");
            } else if (parts.length == 1 && i + 1 == args.size()) {
                throw new OptionException("The option " + parts[0] + " needs a value.");
            } else {
                options.put(parts[0], parts.length == 2 ? parts[1] : args.get(++i));
            }
        }
        if (files.size() != wanted.length) {
            throw new OptionException("'" + command + "' takes " + wanted.length + " files: reductor " + command + " "
                + String.join(" ", wanted) + ". It got " + (files.isEmpty() ? "none" : String.join(" ", files)) + ".");
        }
    }

    Path file(final int index) {
        return absolute(files.get(index));
    }

    Optional<String> value(final String option) {
        return Optional.ofNullable(options.get(option));
    }

    /**
     * @param option name of an option
     * @param otherwise its value where it is not given
     * @return a whole number from 1 on
     * @throws OptionException if the value is none
     */
    int number(final String option, final int otherwise) throws OptionException {
        final String text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            final int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (final NumberFormatException ex) { // NOSONAR reported below
        }
        throw new OptionException("The value '" + text + "' of " + option + " is no whole number from 1 on.");
    }

    boolean overwrite() {
        return options.containsKey(OVERWRITE);
    }

    static Path absolute(final String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
