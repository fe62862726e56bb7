/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.reductor.runner.workflow.Failures;
import org.reductor.runner.workflow.FlowValue;
import org.reductor.runner.workflow.NodeOption;

/** Reads the options of KNIME's batch application, and those of the Eclipse launcher in front of it. */
final class BatchOptionParser {

    /** Flags without a meaning for the runner: KNIME's own list, the launcher's, and what is always on here. */
    private static final Set<String> IGNORED = Set.of("-nosplash", "-consolelog", "-reset", "-failonloaderror",
        "-updatelinks", "-noversioncheck", "-perspective", "-showlocation", "-allowdeadlock", "-checkforupdates",
        "-profilelist", "-profilelocation", "-debug", "-clean", "--launcher.suppresserrors", "-noexit");

    /** Launcher options whose value is the next argument. */
    private static final Set<String> IGNORED_WITH_VALUE = Set.of("-application", "-data", "-configuration", "-vm",
        "-nl", "-os", "-ws", "-arch");

    private static final Pattern JAVA_OPTION = Pattern.compile("^-(X|D\\w)");

    private Path workflow;

    private Path destDir;

    private Path destFile;

    private boolean save = true;

    private boolean execute = true;

    private final List<FlowValue> variables = new ArrayList<>();

    private final List<NodeOption> nodeOptions = new ArrayList<>();

    private final List<String> notes = new ArrayList<>();

    /**
     * @param args options; each `-name` or `-name=value`
     * @param given a workflow that was named without an option, or null
     * @return what they ask for
     * @throws OptionException if one is unknown, has no value, or names something that is not there
     */
    static BatchOptions parse(final List<String> args, final Path given) throws OptionException {
        final var parser = new BatchOptionParser();
        if (given != null) {
            parser.setWorkflow(given, given.toString());
        }
        for (int i = 0; i < args.size(); i++) {
            final String arg = args.get(i);
            if (arg.equals("-vmargs")) {
                parser.notes.add("-vmargs has no effect in the embedded runner; options of Java go into the variable "
                    + Failures.JAVA_OPTIONS);
                break; // everything behind it is the Java machine's
            }
            final String[] parts = arg.split("=", 2);
            if (IGNORED_WITH_VALUE.contains(parts[0])) {
                i += parts.length == 1 ? 1 : 0;
            } else if (!IGNORED.contains(parts[0].toLowerCase(Locale.ROOT))) {
                parser.accept(parts[0], parts.length == 2 ? parts[1] : null);
            }
        }
        return parser.finish();
    }

    private BatchOptions finish() throws OptionException {
        if (workflow == null) {
            throw new OptionException("No workflow given. Add -workflowDir=FOLDER or -workflowFile=FILE.knwf.");
        }
        if (destDir != null && destFile != null) {
            throw new OptionException("-destDir and -destFile exclude each other: give one of them.");
        }
        return new BatchOptions(workflow, destDir, destFile, save, execute, List.copyOf(variables),
            List.copyOf(nodeOptions), List.copyOf(notes));
    }

    private void accept(final String name, final String value) throws OptionException {
        switch (name) {
            case "-nosave" -> save = false;
            case "-noexecute" -> execute = false;
            case "-workflowDir" -> setWorkflowDir(value);
            case "-workflowFile" -> setWorkflowFile(value);
            case "-destDir" -> destDir = path(name, value);
            case "-destFile" -> destFile = path(name, value);
            case "-workflow.variable" -> variables.add(variable(needed(name, value)));
            case "-option" -> nodeOptions.add(nodeOption(needed(name, value)));
            case "-preferences" -> {
                if (!Files.isRegularFile(path(name, value))) {
                    throw new OptionException("The preference file '" + value + "' of -preferences does not exist.");
                }
                notes.add("-preferences has no effect in the embedded runner");
            }
            case "-credential", "-masterkey" -> notes.add(name + " has no effect in the embedded runner");
            default -> throw new OptionException("Unknown option '" + name + "'. " + (JAVA_OPTION.matcher(name).find()
                ? "Options of Java go into a variable: put " + Failures.JAVA_OPTIONS + "=" + name
                    + (value == null ? "" : "=" + value) + " before the command."
                : "See --help for the options."));
        }
    }

    private void setWorkflowDir(final String value) throws OptionException {
        final Path dir = path("-workflowDir", value);
        if (!Files.isDirectory(dir)) {
            throw new OptionException("The workflow folder '" + value + "' of -workflowDir is not a folder.");
        }
        setWorkflow(dir, value);
    }

    private void setWorkflowFile(final String value) throws OptionException {
        final Path file = path("-workflowFile", value);
        if (!Files.isRegularFile(file)) {
            throw new OptionException("The workflow file '" + value + "' of -workflowFile is not a file.");
        }
        setWorkflow(file, value);
    }

    private void setWorkflow(final Path path, final String shown) throws OptionException {
        if (workflow != null) {
            throw new OptionException("Two workflows given, '" + workflow + "' and '" + shown + "'. Give one.");
        }
        if (!Files.exists(path)) {
            throw new OptionException("There is no workflow at '" + shown + "'.");
        }
        workflow = path;
    }

    private static Path path(final String name, final String value) throws OptionException {
        try {
            return Path.of(needed(name, value));
        } catch (final InvalidPathException ex) {
            throw new OptionException("'" + value + "' of " + name + " is not a path: " + ex.getReason());
        }
    }

    private static String needed(final String name, final String value) throws OptionException {
        if (value == null || value.isEmpty()) {
            throw new OptionException("The option " + name + " needs a value: " + name + "=...");
        }
        return value;
    }

    private static FlowValue variable(final String text) throws OptionException {
        final List<String> parts = splitQuoted(text);
        if (parts.size() != 3) {
            throw new OptionException("-workflow.variable=" + text + " should read name,value,type.");
        }
        final String value = parts.get(1);
        try {
            return switch (parts.get(2)) {
                case "String" -> new FlowValue(parts.get(0), value);
                case "int" -> new FlowValue(parts.get(0), Integer.valueOf(value));
                case "double" -> new FlowValue(parts.get(0), Double.valueOf(value));
                default -> throw new OptionException("-workflow.variable=" + text + ": the type '" + parts.get(2)
                    + "' is none of String, int and double.");
            };
        } catch (final NumberFormatException ex) {
            throw new OptionException("-workflow.variable=" + text + ": '" + value + "' is not of type " + parts.get(2)
                + ".");
        }
    }

    /** The value may hold commas, so the first two and the last one count, as in KNIME. */
    private static NodeOption nodeOption(final String text) throws OptionException {
        final int first = text.indexOf(',');
        final int second = text.indexOf(',', first + 1);
        final int last = text.lastIndexOf(',');
        if (first < 1 || second < 0 || last == second) {
            throw new OptionException("-option=" + text + " should read nodeId,key,value,type. If the value has a "
                + "blank or a tab, write the whole option in quotes: the shell cuts it there.");
        }
        final String id = text.substring(0, first);
        final NodeOption option;
        try {
            option = new NodeOption(Integer.parseInt(id), text.substring(first + 1, second),
                text.substring(second + 1, last), text.substring(last + 1));
        } catch (final NumberFormatException ex) {
            throw new OptionException("-option=" + text + ": '" + id + "' is not a node's number.");
        }
        final var problem = option.problem();
        if (problem.isPresent()) {
            throw new OptionException("-option=" + text + ": " + problem.get());
        }
        return option;
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
