/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Stack;

import org.reductor.runner.workflow.Failures;
import org.reductor.runner.workflow.FlowValue;
import org.reductor.runner.workflow.NodeOption;

import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of KNIME's batch application, and those of the Eclipse launcher in front of it. */
final class KnimeOptions {

    private static final String NO_EFFECT = " has no effect in the embedded runner";

    /** Flags without a meaning for the runner: KNIME's own, the launcher's, and what is always on here. */
    private static final Set<String> IGNORED = Set.of("-nosplash", "-consolelog", "-reset", "-failonloaderror",
        "-updatelinks", "-noversioncheck", "-perspective", "-showlocation", "-allowdeadlock", "-checkforupdates",
        "-profilelist", "-profilelocation", "-debug", "-clean", "--launcher.suppresserrors", "-noexit");

    @Option(names = "-workflowDir", paramLabel = "FOLDER", description = "The workflow to run.")
    private final List<Path> workflowDirs = new ArrayList<>();

    @Option(names = "-workflowFile", paramLabel = "FILE", description = "The same, as a .knwf file.")
    private final List<Path> workflowFiles = new ArrayList<>();

    @Option(names = "-destDir", paramLabel = "FOLDER",
        description = "Save the workflow and its data to another folder.")
    private Path destDir;

    @Option(names = "-destFile", paramLabel = "FILE", description = "Save them as a .knwf file.")
    private Path destFile;

    @Option(names = "-nosave", description = "Do not write changed settings back.")
    private boolean noSave;

    @Option(names = "-noexecute", description = "Load and check only.")
    private boolean noExecute;

    @Option(names = "-workflow.variable", paramLabel = "name,value,type", converter = FlowValueConverter.class,
        description = "Set a workflow variable; type: String, int, double.")
    private final List<FlowValue> variables = new ArrayList<>();

    @Option(names = "-option", paramLabel = "nodeId,key,value,type", converter = NodeOptionConverter.class,
        description = "Change a setting: the key's path in the node's model, joined by slashes; type: String, int, "
            + "long, short, byte, boolean, char, float, double.")
    private final List<NodeOption> nodeOptions = new ArrayList<>();

    @Option(names = {"-reset", "-failonloaderror"}, description = "Always so: a run starts afresh, and fails if "
        + "anything in the workflow cannot be loaded. Other options of KNIME and its launcher that have no meaning "
        + "here, such as -nosplash or -application NAME, are accepted, too.")
    boolean always;

    @Option(names = {"-nosplash", "-consolelog", "-updatelinks", "-noversioncheck", "-perspective", "-showlocation",
        "-allowdeadlock", "-checkforupdates", "-profilelist", "-profilelocation", "-debug", "-clean",
        "--launcher.suppresserrors", "-noexit"}, hidden = true)
    boolean ignored;

    @Option(names = {"-application", "-data", "-configuration", "-vm", "-nl", "-os", "-ws", "-arch"}, hidden = true)
    String ignoredValue;

    @Option(names = "-preferences", hidden = true)
    private Path preferences;

    @Option(names = "-credential", hidden = true, arity = "0..1", fallbackValue = "")
    private String credential;

    @Option(names = "-masterkey", hidden = true, arity = "0..1", fallbackValue = "")
    private String masterKey;

    @Option(names = "-vmargs", hidden = true, parameterConsumer = Rest.class)
    private boolean javaOptions;

    /** Takes all that is left: it is the Java machine's. */
    static final class Rest implements IParameterConsumer {

        @Override
        public void consumeParameters(final Stack<String> args, final ArgSpec argument, final CommandSpec command) {
            args.clear();
            argument.setValue(true);
        }
    }

    /**
     * @param args what was typed
     * @return the same, with flags that have no meaning here in lower case: KNIME's launcher does not tell cases apart
     */
    static String[] normalised(final String... args) {
        return Arrays.stream(args).map(arg -> {
            final String lower = arg.toLowerCase(Locale.ROOT);
            return IGNORED.contains(lower) ? lower : arg;
        }).toArray(String[]::new);
    }

    /**
     * @param given a workflow that was named without an option, or null
     * @return what the options ask for
     * @throws OptionException if no workflow is given, or two are, or something that is named is not there
     */
    BatchOptions read(final Path given) throws OptionException {
        final Path workflow = workflow(given);
        if (destDir != null && destFile != null) {
            throw new OptionException("-destDir and -destFile exclude each other: give one of them.");
        }
        final List<String> notes = new ArrayList<>();
        if (preferences != null) {
            if (!Files.isRegularFile(preferences)) {
                throw new OptionException(
                    "The preference file '" + preferences + "' of -preferences does not exist.");
            }
            notes.add("-preferences" + NO_EFFECT);
        }
        if (credential != null) {
            notes.add("-credential" + NO_EFFECT);
        }
        if (masterKey != null) {
            notes.add("-masterkey" + NO_EFFECT);
        }
        if (javaOptions) {
            notes.add("-vmargs" + NO_EFFECT + "; options of Java go into the variable " + Failures.JAVA_OPTIONS);
        }
        return new BatchOptions(workflow, named("-destDir", destDir), named("-destFile", destFile),
            !noSave, !noExecute, List.copyOf(variables), List.copyOf(nodeOptions), List.copyOf(notes));
    }

    private Path workflow(final Path given) throws OptionException {
        for (final Path folder : workflowDirs) {
            if (!Files.isDirectory(named("-workflowDir", folder))) {
                throw new OptionException("The workflow folder '" + folder + "' of -workflowDir is not a folder.");
            }
        }
        for (final Path file : workflowFiles) {
            if (!Files.isRegularFile(named("-workflowFile", file))) {
                throw new OptionException("The workflow file '" + file + "' of -workflowFile is not a file.");
            }
        }
        final List<Path> all = new ArrayList<>(workflowDirs);
        all.addAll(workflowFiles);
        if (given != null) {
            all.add(0, given);
        }
        if (all.isEmpty()) {
            throw new OptionException("No workflow given. Name its folder or file: reductor run FOLDER|FILE.knwf, or "
                + "add -workflowDir=FOLDER or -workflowFile=FILE.knwf.");
        }
        if (all.size() > 1) {
            throw new OptionException("Two workflows given, '" + all.get(0) + "' and '" + all.get(1) + "'. Give one.");
        }
        if (!Files.exists(all.get(0))) {
            throw new OptionException("There is no workflow at '" + all.get(0) + "'.");
        }
        return all.get(0);
    }

    /** The empty path would be the current folder, which nobody means by it. */
    private static Path named(final String option, final Path path) throws OptionException {
        if (path != null && path.toString().isEmpty()) {
            throw new OptionException("The option " + option + " needs a value: " + option + "=...");
        }
        return path;
    }
}
