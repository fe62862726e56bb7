/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import static org.reductor.benchmarks.Tables.format;
import static org.reductor.benchmarks.Tables.median;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All comparisons in one sitting, printed as Markdown. What is compared takes turns, so that a machine whose speed
 * drifts is as slow for the one as for the other; a ratio is the median of the ratios of the turns.
 */
public final class Comparison {

    private final Path peers;
    private final String data;
    private final Path exported;

    private Comparison(final Path peers, final String data, final Path exported) {
        this.peers = peers;
        this.data = data;
        this.exported = exported;
    }

    /**
     * @param args folder of the peers, folder of the tables, file for the peers' data, then what to compare
     * @throws Exception if a command fails
     */
    public static void main(final String[] args) throws Exception {
        final Comparison comparison = new Comparison(Path.of(args[0]), args[1], Path.of(args[2]));
        comparison.header();
        for (final String part : List.of(args).subList(3, args.length)) {
            switch (part) {
                case "epochs" -> comparison.epochs();
                case "depth" -> comparison.depth();
                case "roofline" -> comparison.roofline();
                case "scoring" -> comparison.scoring();
                case "affinity" -> comparison.affinity();
                case "yield" -> comparison.reactions();
                default -> throw new IllegalArgumentException("Choose from epochs, depth, roofline, scoring, affinity "
                    + "and yield, not '" + part + "'.");
            }
        }
    }

    private void header() throws IOException {
        final Path cpus = Path.of("/proc/cpuinfo");
        final String model = Files.isReadable(cpus) ? Files.readAllLines(cpus).stream()
            .filter(line -> line.startsWith("model name")).map(line -> line.replaceFirst(".*: ", "")).findFirst()
            .orElse("unknown") : "unknown";
        System.out.println(format("Date %s. Processor %s, %d cores; %s %s; Java %s.%n", LocalDate.now(), model,
            Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"), System.getProperty("os.version"),
            System.getProperty("java.vm.version")));
    }

    private void epochs() throws IOException, InterruptedException {
        Command.job("export", "1g", "export", "--data", data, "--to", exported.toString()).run();
        final List<Command> commands = new ArrayList<>();
        commands.add(Command.job("Reductor, two networks side by side", "1200m", "epochs", "--data", data));
        for (final String variant : List.of("linear", "embeddingbag", "embeddingbag-blocked")) {
            commands.add(pytorch(variant, 2, 1));
            commands.add(pytorch(variant, 1, 2));
        }
        commands.add(new Command("DL4J 1.0.0-M2.1, two networks side by side", List.of(
            peers.resolve("dl4j/run").toString(),
            exported.toString(), "--processes", "2", "--threads", "1", "--epochs", "3")));
        final Map<String, List<Double>> times = new LinkedHashMap<>();
        final Map<String, List<Double>> ratios = new LinkedHashMap<>();
        final Map<String, Long> memory = new LinkedHashMap<>();
        for (int turn = 0; turn < 3; turn++) {
            double own = 0;
            for (final Command command : commands) {
                final JsonNode result = command.run();
                final List<Double> seconds = new ArrayList<>();
                result.path("secondsPerNetworkEpoch").forEach(second -> seconds.add(second.asDouble()));
                own = own == 0 ? median(seconds) : own;
                times.computeIfAbsent(command.name(), name -> new ArrayList<>()).add(median(seconds));
                ratios.computeIfAbsent(command.name(), name -> new ArrayList<>()).add(median(seconds) / own);
                memory.merge(command.name(), result.path("maxRssMb").asLong(), Math::max);
            }
        }
        System.out.println("## Network-epochs\n\n2048-1024-1, relu, 2,370 rows of CHEMBL234, batch 32, Adam, RMSE "
            + "(DL4J: MSE)."
            + " Seconds for an epoch of one network with both cores in use; ratio to Reductor in the same turn.\n");
        System.out.println(Tables.markdown(new ArrayList<>(times.keySet()),
            List.of("system", "s per network-epoch, median of 3 turns", "ratio, median (min to max)",
                "peak memory, MB"),
            List.of(name -> name, name -> format("%.4f", median(times.get(name))),
                name -> format("%.1f (%.1f to %.1f)", median(ratios.get(name)),
                    ratios.get(name).stream().mapToDouble(r -> r).min().orElseThrow(),
                    ratios.get(name).stream().mapToDouble(r -> r).max().orElseThrow()),
                memory::get)));
        costByUnits();
    }

    private Command pytorch(final String variant, final int processes, final int threads) {
        return new Command(format("PyTorch 1.13.1 %s, %d process(es) with %d thread(s)", variant, processes, threads),
            List.of("/usr/bin/python3", peers.resolve("pytorch.py").toString(), exported.toString(), "--variant",
                variant, "--processes", "" + processes, "--threads", "" + threads, "--epochs", "4"));
    }

    private void costByUnits() throws IOException, InterruptedException {
        final List<JsonNode> results = new ArrayList<>();
        final List<Integer> units = List.of(1024, 512, 256, 128);
        for (final int hidden : units) {
            results.add(
                Command.job(hidden + " units", "1200m", "epochs", "--data", data, "--hidden", "" + hidden).run());
        }
        System.out.println(Tables.markdown(List.of(0, 1, 2, 3), List.of("units alive", "s per network-epoch"),
            List.of(units::get, i -> {
                final List<Double> seconds = new ArrayList<>();
                results.get(i).path("secondsPerNetworkEpoch").forEach(second -> seconds.add(second.asDouble()));
                return format("%.4f", median(seconds));
            })));
    }

    /** Networks of several layers on bits and descriptors, unpruned and pruned, and one network on several threads. */
    private void depth() throws IOException, InterruptedException {
        final List<List<String>> networks = List.of(List.of("BITS", "1024"), List.of("TWO_FINGERPRINTS", "256,64"),
            List.of("TWO_FINGERPRINTS", "256,128,64"), List.of("DESCRIPTORS", "512,128"));
        final List<JsonNode> results = new ArrayList<>();
        for (final List<String> network : networks) {
            for (final String kept : List.of("1", "0.1", "0.03")) {
                results.add(depth(network, kept, 1));
            }
            for (int crew = 2; crew <= Math.min(16, Runtime.getRuntime().availableProcessors()); crew *= 2) {
                results.add(depth(network, "1", crew));
            }
        }
        System.out.println("## Layers, descriptors and threads\n\nOne network, rows, batch and optimiser as above; pruned by "
            + "magnitude times input and compacted. Seconds for an epoch by the clock, and of the processor of its first "
            + "thread.\n");
        System.out.println(Tables.markdown(results,
            List.of("units of the layers", "weights", "threads", "s per epoch", "processor, s per epoch"),
            List.of(r -> r.path("sizes").asText(), r -> format("%,d", r.path("weights").asLong()), r -> r.path("threads"),
                r -> format("%.4f", medianOf(r.path("secondsPerNetworkEpoch"))),
                r -> format("%.4f", medianOf(r.path("processorSecondsPerNetworkEpoch"))))));
    }

    private JsonNode depth(final List<String> network, final String kept, final int crew)
        throws IOException, InterruptedException {
        return Command.job(String.join(" ", network) + ", kept " + kept + ", " + crew + " thread(s)", "1200m", "epochs",
            "--data", data, "--inputs", network.get(0), "--hidden", network.get(1), "--kept", kept, "--threads", "1",
            "--crew", "" + crew).run();
    }

    private static double medianOf(final JsonNode numbers) {
        final List<Double> all = new ArrayList<>();
        numbers.forEach(number -> all.add(number.asDouble()));
        return median(all);
    }

    private void roofline() throws IOException, InterruptedException {
        final List<JsonNode> results = new ArrayList<>();
        for (final List<String> network : List.of(List.of("BITS", "1024"), List.of("TWO_FINGERPRINTS", "256,64"))) {
            results.add(Command.job("roofline of " + network, "1200m", "roofline", "--data", data, "--inputs",
                network.get(0), "--hidden", network.get(1)).run());
        }
        System.out.println("## Roofline\n\nWhat an epoch of one network moves and computes, and what that takes at the "
            + "speed of this machine's kernels on rows of 1,024 that are in the cache.\n");
        System.out.println(Tables.markdown(results,
            List.of("hidden units", "MB moved", "copy, GB/s: second level, third, memory", "sums, s", "products, s",
                "steps, s"),
            List.of(r -> r.path("hidden").asText(), r -> format("%,.0f", r.path("megabytes").asDouble()),
                r -> format("%.0f, %.0f, %.0f", r.path("copyGigabytesPerSecondL2").asDouble(),
                    r.path("copyGigabytesPerSecondL3").asDouble(), r.path("copyGigabytesPerSecondMemory").asDouble()),
                r -> format("%.4f", r.path("secondsOfSums").asDouble()),
                r -> format("%.4f", r.path("secondsOfProducts").asDouble()),
                r -> format("%.4f", r.path("secondsOfSteps").asDouble()))));
    }

    private void scoring() throws IOException, InterruptedException {
        final List<JsonNode> results = new ArrayList<>();
        for (final int hidden : List.of(1024, 270)) {
            results.add(Command.job("scoring with " + hidden + " units", "1g", "scoring", "--data", data, "--hidden",
                "" + hidden).run());
        }
        System.out.println("## Scoring\n\nOne network, one core, fingerprints of CHEMBL234 (52 bits a molecule).\n");
        System.out.println(Tables.markdown(results, List.of("units", "molecules per second, median"),
            List.of(result -> result.path("hidden"), result -> {
                final List<Double> rates = new ArrayList<>();
                result.path("moleculesPerSecond").forEach(rate -> rates.add(rate.asDouble()));
                return format("%,.0f", median(rates));
            })));
    }

    private void affinity() throws IOException, InterruptedException {
        System.out.println("## Affinity run\n\nCHEMBL234, 3,657 molecules, a tenth of them the test set; 2048-1024-1, "
            + "batch"
            + " 32, 5 folds, 2 perturbed networks, patience 20, 20 rounds.\n");
        final List<JsonNode> results =
            new ArrayList<>(threeSeeds("affinity", "SCALED_MAGNITUDE", "ONE_STANDARD_ERROR"));
        results.addAll(threeSeeds("affinity", "MAGNITUDE", "NO_LOSS"));
        results.addAll(threeSeeds("affinity", "PUBLISHED", "NO_LOSS"));
        System.out.println(pruning(results, "rmseUnpruned", "rmsePruned", "RMSE"));
    }

    private void reactions() throws IOException, InterruptedException {
        System.out.println("## Yield run\n\nBuchwald-Hartwig, 3,955 reactions, 30 % of them the test set; 4 x 2048 "
            + "bits -"
            + " 2048 - 1, batch 512, 3 folds, 20 rounds.\n");
        final List<JsonNode> results =
            new ArrayList<>(threeSeeds("yield", "SCALED_MAGNITUDE", "ONE_STANDARD_ERROR"));
        results.addAll(threeSeeds("yield", "MAGNITUDE", "ONE_STANDARD_ERROR"));
        System.out.println(pruning(results, "r2Unpruned", "r2Pruned", "R2"));
    }

    private List<JsonNode> threeSeeds(final String job, final String criterion, final String acceptance)
        throws IOException, InterruptedException {
        final List<JsonNode> results = new ArrayList<>();
        for (final String seed : List.of("1", "2", "3")) {
            results.add(Command.job(job + ", " + criterion + ", seed " + seed, job.equals("yield") ? "3g" : "1400m",
                job, "--data", data, "--criterion", criterion, "--acceptance", acceptance, "--seed", seed).run());
        }
        return results;
    }

    private static String pruning(final List<JsonNode> results, final String before, final String after,
        final String measure) {
        return Tables.markdown(results,
            List.of("criterion", "acceptance", "seed", "dropped (effective)",
                measure + " unpruned", measure + " pruned", "RMSE difference",
                "standard error", "units", "inputs", "time, s", "network-epochs", "peak memory, MB"),
            List.of(r -> r.path("criterion").asText(), r -> r.path("acceptance").asText(), r -> r.path("seed"),
                r -> format("%.2f %%", 100 * r.path("dropped").asDouble()),
                r -> format("%.4f", r.path(before).asDouble()), r -> format("%.4f", r.path(after).asDouble()),
                r -> format("%+.4f", r.path("rmsePruned").asDouble() - r.path("rmseUnpruned").asDouble()),
                r -> format("%.4f", r.path("standardError").asDouble()), r -> r.path("hiddenUnits"),
                r -> r.path("inputs"),
                r -> format("%.0f", r.path("seconds").asDouble()), r -> r.path("networkEpochs"),
                r -> r.path("maxRssMb")));
    }
}
