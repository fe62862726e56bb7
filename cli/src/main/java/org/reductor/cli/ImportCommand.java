/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.knime.core.node.KNIMEException;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Limits;
import org.reductor.core.exchange.ForeignNetwork;
import org.reductor.core.exchange.NetworkBridge;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.UnusableFileException;
import org.reductor.core.model.WholeFile;
import org.reductor.knime.modelfile.ForeignFile;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns files of DL4J and Keras into model files, as the node Network Importer does. */
@Command(name = "import", mixinStandardHelpOptions = true, versionProvider = ReductorCommand.Version.class,
    sortOptions = false,
    description = "Make a model of a network of DL4J or Keras.",
    customSynopsis = "reductor import FILE MODEL.reductor [options]",
    footer = {"%nFor instance:", "  reductor import model.h5 model.reductor --target=pKi --like=other.reductor"})
final class ImportCommand implements Callable<Integer> {

    /** Picocli would put the group of options in front. */
    private static final int FIRST = -2;

    private static final int LARGEST_MB = (int)(Limits.FOREIGN_BYTES / 1_000_000);

    private final PrintStream out;

    private final PrintStream err;

    @Parameters(index = "0", paramLabel = "FILE", description = "The network, of DL4J (.zip) or Keras (.h5).")
    private Path source;

    @Parameters(index = "1", paramLabel = "MODEL.reductor", description = "The model to write.")
    private Path target;

    @Option(names = "--target", order = FIRST, paramLabel = "NAME", defaultValue = "",
        description = "What the network predicts; not needed where the file says so.")
    private String property;

    @ArgGroup
    private Features features = new Features();

    @Option(names = "--largest", paramLabel = "MB", converter = CountConverter.class,
        description = "Refuse larger files, also when larger unpacked; otherwise " + LARGEST_MB + ".")
    private int largest = LARGEST_MB;

    @Mixin
    private final TargetFile output = new TargetFile();

    /** How the features of the network are made. */
    static final class Features {

        @Option(names = "--like", paramLabel = "MODEL.reductor",
            description = "Its features are made as those of another model.")
        private Path like;

        @Option(names = "--features", paramLabel = "COLUMN", description = "Its features are bit vectors in a column "
            + "of this name; not needed, and not used, where the file says how they are made.")
        private String column = "";
    }

    ImportCommand(final PrintStream out, final PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        final Path file = TargetFile.absolute(target);
        final NetworkModel model;
        try {
            final NetworkBridge bridge =
                NetworkBridge.installed(ImportCommand.class.getClassLoader(), "Reading files of DL4J and Keras");
            final Path read = TargetFile.absolute(source);
            final ForeignNetwork network = WholeFile.read(read, "'" + read + "'", NetworkBridge.FILES,
                () -> bridge.read(read, largest * 1_000_000L));
            model = ForeignFile.model(network, recipe(network), property(network));
        } catch (final KNIMEException | UnusableFileException | IllegalStateException ex) {
            err.println(ex.getMessage());
            return ExitCode.LOAD_FAILED;
        }
        try {
            output.write(model::write, file);
        } catch (final UnusableFileException ex) {
            err.println(ex.getMessage());
            return ExitCode.EXECUTION_FAILED;
        }
        out.println(TargetFile.written(file, model));
        return ExitCode.SUCCESS;
    }

    private FeatureRecipe recipe(final ForeignNetwork network) throws KNIMEException, UnusableFileException {
        if (features.like != null) {
            final FeatureRecipe recipe = WholeFile.readModel(TargetFile.absolute(features.like)).recipe();
            ForeignFile.requireSameRecipe(network, recipe, "of the model '" + features.like + "'",
                "Leave out --like, or name a model with the features of the file.");
            return recipe;
        }
        if (network.recipe() == null && features.column.isBlank()) {
            throw new KNIMEException("The file does not say how the " + network.network().size(0) + " features of the "
                + "network are made. Add --like with a model that has the same features, or --features with the name "
                + "of a column of bit vectors.");
        }
        return network.recipeOr(features.column);
    }

    private String property(final ForeignNetwork network) throws KNIMEException {
        if (!network.named() && property.isBlank()) {
            throw new KNIMEException(
                "The file does not say what the network predicts. Add --target with its name, for example pKi.");
        }
        return property;
    }
}
