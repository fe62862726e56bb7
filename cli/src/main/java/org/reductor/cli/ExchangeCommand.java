/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.node.KNIMEException;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.exchange.Dl4jLayout;
import org.reductor.core.exchange.ExportFormat;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.exchange.NetworkBridge;
import org.reductor.core.model.NetworkModel;
import org.reductor.knime.bridge.Dl4jExtension;
import org.reductor.knime.modelfile.ForeignFile;
import org.reductor.knime.modelfile.ModelFile;
import org.reductor.knime.modelfile.Place;

/** Turns model files into those of other software and back, as the nodes Network Exporter and Network Importer do. */
final class ExchangeCommand {

    private static final String FORMAT = "--format";

    private static final String PRUNED = "--pruned";

    private static final String NETWORK = "--network";

    private static final String TARGET = "--target";

    private static final String FEATURES = "--features";

    private static final String LIKE = "--like";

    private static final String LARGEST = "--largest";

    private static final int LARGEST_MB = (int)(Limits.FOREIGN_BYTES / 1_000_000);

    private final PrintStream out;

    private final PrintStream err;

    ExchangeCommand(final PrintStream out, final PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * @param args MODEL.reductor FILE and options
     * @return an {@link ExitCode}
     */
    int export(final List<String> args) throws OptionException, IOException {
        final var arguments = new Arguments("export", args, Set.of(FORMAT, PRUNED, NETWORK), "MODEL.reductor", "FILE");
        final Path file = arguments.file(1);
        final ExportFormat format = format(arguments.value(FORMAT), file);
        final Dl4jLayout layout = switch (arguments.value(PRUNED).orElse("left-out")) {
            case "left-out" -> Dl4jLayout.COMPACT;
            case "zero" -> Dl4jLayout.ZEROS;
            default -> throw new OptionException("The value '" + arguments.value(PRUNED).orElseThrow() + "' of "
                + PRUNED + " is neither left-out nor zero.");
        };
        final int number = arguments.value(NETWORK).isEmpty() ? 0 : arguments.number(NETWORK, 1);
        final NetworkModel all;
        try {
            all = ModelFile.read(Place.of(arguments.file(0)));
        } catch (final KNIMEException ex) {
            err.println(ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
        final NetworkModel model = number == 0 ? all : member(all, number);
        try {
            final NetworkBridge bridge = format.needsBridge() ? Dl4jExtension.bridge("Writing DL4J files") : null;
            write(stream -> format.write(model, bridge, layout, stream), file, arguments);
        } catch (final KNIMEException | IllegalArgumentException | IllegalStateException ex) {
            err.println(ex.getMessage());
            return ExitCode.EXECUTION_FAILED;
        }
        written(file, model);
        ExportFormat.leftOut(all).ifPresent(text -> out.println("warning: " + text));
        return ExitCode.SUCCESS;
    }

    /**
     * @param args FILE MODEL.reductor and options
     * @return an {@link ExitCode}
     */
    int importFile(final List<String> args) throws OptionException, IOException {
        final var arguments =
            new Arguments("import", args, Set.of(TARGET, FEATURES, LIKE, LARGEST), "FILE", "MODEL.reductor");
        if (arguments.value(FEATURES).isPresent() && arguments.value(LIKE).isPresent()) {
            throw new OptionException(FEATURES + " and " + LIKE + " exclude each other: give one of them.");
        }
        final NetworkModel model;
        try {
            final NetworkBridge bridge = Dl4jExtension.bridge("Reading files of DL4J and Keras");
            final ForeignNetwork network = ForeignFile.read(bridge, Place.of(arguments.file(0)),
                arguments.number(LARGEST, LARGEST_MB) * 1_000_000L);
            model = ForeignFile.model(network, recipe(network, arguments), target(network, arguments));
        } catch (final KNIMEException ex) {
            err.println(ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
        try {
            write(model::write, arguments.file(1), arguments);
        } catch (final KNIMEException ex) {
            err.println(ex.getMessage());
            return ExitCode.EXECUTION_FAILED;
        }
        written(arguments.file(1), model);
        return ExitCode.SUCCESS;
    }

    private static NetworkModel member(final NetworkModel model, final int number) throws OptionException {
        final int members = model.networks().size();
        if (number > members) {
            throw new OptionException("The value '" + number + "' of " + NETWORK + " is too large: the model has "
                + members + (members == 1 ? " network." : " networks."));
        }
        return model.member(number - 1);
    }

    private static FeatureRecipe recipe(final ForeignNetwork network, final Arguments arguments)
        throws KNIMEException {
        final Optional<String> like = arguments.value(LIKE);
        if (like.isPresent()) {
            final FeatureRecipe recipe = ModelFile.read(Place.of(Arguments.absolute(like.get()))).recipe();
            ForeignFile.requireSameRecipe(network, recipe, "of the model '" + like.get() + "'",
                "Leave out " + LIKE + ", or name a model with the features of the file.");
            return recipe;
        }
        final String column = arguments.value(FEATURES).orElse("");
        if (network.recipe() == null && column.isBlank()) {
            throw new KNIMEException("The file does not say how the " + network.network().size(0) + " features of the "
                + "network are made. Add " + LIKE + " with a model that has the same features, or " + FEATURES
                + " with the name of a column of bit vectors.");
        }
        return ForeignFile.recipe(network, column);
    }

    private static String target(final ForeignNetwork network, final Arguments arguments) throws KNIMEException {
        final String target = arguments.value(TARGET).orElse("");
        if (!network.named() && target.isBlank()) {
            throw new KNIMEException(
                "The file does not say what the network predicts. Add " + TARGET + " with its name, for example pKi.");
        }
        return target;
    }

    /** As the nodes do, but where they would name their settings, the messages name the options. */
    private static void write(final ModelFile.Content content, final Path file, final Arguments arguments)
        throws KNIMEException {
        if (!arguments.overwrite() && Files.isRegularFile(file)) {
            throw new KNIMEException(
                "The file '" + file + "' exists already. Choose another name, or add --overwrite.");
        }
        final Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new KNIMEException("The folder '" + folder
                + (Files.exists(folder) ? "' is a file. Give another path." : "' does not exist. Create it first."));
        }
        ModelFile.write(content, Place.of(file), arguments.overwrite(), false);
    }

    private static ExportFormat format(final Optional<String> name, final Path file) throws OptionException {
        final String formats = Arrays.stream(ExportFormat.values())
            .map(format -> format.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
        if (name.isEmpty()) {
            return ExportFormat.of(file.toString()).orElseThrow(() -> new OptionException("The name '" + file
                + "' does not tell the format. Add " + FORMAT + " with one of " + formats + "."));
        }
        return Arrays.stream(ExportFormat.values()).filter(format -> format.name().equalsIgnoreCase(name.get()))
            .findFirst().orElseThrow(() -> new OptionException("The value '" + name.get() + "' of " + FORMAT
                + " is none of " + formats + "."));
    }

    private void written(final Path file, final NetworkModel model) throws IOException {
        final int networks = model.networks().size();
        out.println(String.format(Locale.ENGLISH, "Wrote %s: %,d bytes, %d network%s for %s with %,d of %,d weights%s.",
            file, Files.size(file), networks, networks == 1 ? "" : "s", model.target(), model.networks().keptWeights(),
            model.networks().originalWeights(), networks == 1 ? "" : " each"));
    }
}
