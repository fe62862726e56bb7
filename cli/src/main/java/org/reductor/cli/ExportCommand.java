/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.reductor.core.exchange.Dl4jLayout;
import org.reductor.core.exchange.ExportFormat;
import org.reductor.core.exchange.NetworkBridge;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.UnusableFileException;
import org.reductor.core.model.WholeFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Turns model files into those of other software, as the node Network Exporter does. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    sortOptions = false,
    description = "Write the networks of a model for other software.",
    customSynopsis = "reductor export MODEL.reductor FILE [options]",
    footer = {"%nFor instance:", "  reductor export target/runs/affinity/data/model.reductor model.onnx"})
final class ExportCommand implements Callable<Integer> {

    private final PrintStream out;

    private final PrintStream err;

    @Parameters(index = "0", paramLabel = "MODEL.reductor", description = "The model.")
    private Path source;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write. Its ending tells the format: "
        + ".onnx, .zip (DL4J), .npz (NumPy), .csv.zip.")
    private Path target;

    @Option(names = "--format", paramLabel = "NAME", converter = FormatConverter.class,
        description = "The format, where the ending does not tell: onnx, dl4j, npz, csv.")
    private ExportFormat format;

    @Option(names = "--network", paramLabel = "N", converter = CountConverter.class,
        description = "Only network N, counted from 1; otherwise all, whose mean counts.")
    private Integer network;

    @Option(names = "--pruned", paramLabel = "left-out|zero", defaultValue = "left-out",
        converter = LayoutConverter.class,
        description = "For DL4J: whether pruned weights are left out (default) or zero.")
    private Dl4jLayout layout;

    @Mixin
    private final TargetFile output = new TargetFile();

    /** Reads the name of a format, in any case. */
    static final class FormatConverter implements ITypeConverter<ExportFormat> {

        @Override
        public ExportFormat convert(final String name) {
            return Arrays.stream(ExportFormat.values()).filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + formats() + "."));
        }
    }

    /** Reads what becomes of pruned weights. */
    static final class LayoutConverter implements ITypeConverter<Dl4jLayout> {

        @Override
        public Dl4jLayout convert(final String name) {
            return switch (name) {
                case "left-out" -> Dl4jLayout.COMPACT;
                case "zero" -> Dl4jLayout.ZEROS;
                default -> throw new TypeConversionException("'" + name + "' is neither left-out nor zero.");
            };
        }
    }

    ExportCommand(final PrintStream out, final PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws OptionException, IOException {
        final Path file = TargetFile.absolute(target);
        final ExportFormat chosen = format != null ? format : formatOf(file);
        final NetworkModel all;
        try {
            all = WholeFile.readModel(TargetFile.absolute(source));
        } catch (final UnusableFileException ex) {
            err.println(ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
        final NetworkModel model = network == null ? all : member(all, network);
        try {
            final NetworkBridge bridge = chosen.needsBridge()
                ? NetworkBridge.installed(ExportCommand.class.getClassLoader(), "Writing DL4J files") : null;
            output.write(stream -> chosen.write(model, bridge, layout, stream), file);
        } catch (final UnusableFileException | IllegalArgumentException | IllegalStateException ex) {
            err.println(ex.getMessage());
            return ExitCode.EXECUTION_FAILED;
        }
        out.println(TargetFile.written(file, model));
        ExportFormat.leftOut(all).ifPresent(text -> out.println("warning: " + text));
        return ExitCode.SUCCESS;
    }

    private static NetworkModel member(final NetworkModel model, final int number) throws OptionException {
        final int members = model.networks().size();
        if (number > members) {
            throw new OptionException("The value '" + number + "' of --network is too large: the model has " + members
                + (members == 1 ? " network." : " networks."));
        }
        return model.member(number - 1);
    }

    private static ExportFormat formatOf(final Path file) throws OptionException {
        return ExportFormat.of(file.toString()).orElseThrow(() -> new OptionException("The name '" + file
            + "' does not tell the format. Add --format with one of " + formats() + "."));
    }

    private static String formats() {
        return Arrays.stream(ExportFormat.values()).map(format -> format.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    }
}
