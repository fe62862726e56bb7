/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Peer of Reductor's training benchmark: the same network and optimizer in Deeplearning4j on the CPU.
 *
 * <p>
 * Trains INPUTS -&gt; HIDDEN (relu) -&gt; 1 with Adam and prints one line of JSON. Two things differ from the other
 * peers: Deeplearning4j has no root of a mean squared error as a loss, so that this is the mean squared error, which
 * costs the same; and it has no sparse arrays, so that the features are a dense matrix.
 *
 * <p>
 * Each of the "processes" of the other peers is a thread here, with a network of its own: two networks side by side
 * took 1.34 s per network and epoch in one JVM and 1.40 s in two JVMs, where one network with two threads took 2.1 s
 * and one with one thread 2.6 s. The time is spent in OpenBLAS (45 percent) and in ND4J's native Adam (23 percent);
 * periodic garbage collection, which is often said to be worth switching off, makes no difference. To be started by the
 * script {@code run}, which sets the environment that the native libraries read.
 */
public final class Dl4jEpochs {

    private static final int WARM_UP_EPOCHS = 2;

    private record Data(float[][] features, float[] targets) { }

    private record Run(double[] seconds, double loss) { }

    private Dl4jEpochs() {
    }

    public static void main(final String[] args) throws Exception {
        final Map<String, Integer> options = new HashMap<>(
                Map.of("hidden", 1024, "batch", 32, "epochs", 8, "rows", 2370, "processes", 1, "threads", 1));
        for (int i = 1; i < args.length; i += 2) {
            final String name = args[i].replaceFirst("^--", "");
            if (options.replace(name, Integer.valueOf(args[i + 1])) == null) {
                throw new IllegalArgumentException("Unknown option " + args[i]);
            }
        }
        final Data data = read(Path.of(args[0]), options.get("rows"));
        final int networks = options.get("processes");
        // Not from OMP_NUM_THREADS alone: ND4J sets the number of threads by itself when it starts.
        Nd4j.getEnvironment().setMaxMasterThreads(options.get("threads"));
        Nd4j.getEnvironment().setMaxThreads(options.get("threads"));

        final CyclicBarrier barrier = new CyclicBarrier(networks);
        final ExecutorService executor = Executors.newFixedThreadPool(networks);
        final List<Callable<Run>> jobs = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            final int seed = i;
            jobs.add(() -> train(data, options, seed, barrier));
        }
        final List<Run> runs = new ArrayList<>();
        for (final Future<Run> future : executor.invokeAll(jobs)) {
            runs.add(future.get());
        }
        executor.shutdown();

        final String seconds = IntStream.range(0, options.get("epochs"))
                .mapToDouble(epoch -> runs.stream().mapToDouble(run -> run.seconds()[epoch]).average().orElseThrow())
                // Side by side: together they do that many epochs in the time of one.
                .map(wall -> wall / networks)
                .mapToObj(Double::toString).collect(Collectors.joining(", ", "[", "]"));
        System.out.printf(Locale.ROOT,
                "{\"peer\": \"Deeplearning4j 1.0.0-M2.1\", \"variant\": \"dense-mse\", \"processes\": %d, "
                        + "\"threads\": %d, \"secondsPerNetworkEpoch\": %s, \"finalLoss\": %s, \"maxRssMb\": %d}%n",
                networks, options.get("threads"), seconds,
                runs.stream().mapToDouble(Run::loss).average().orElseThrow(), peakMegabytes());
    }

    private static Run train(final Data data, final Map<String, Integer> options, final int seed,
            final CyclicBarrier barrier) throws Exception {
        final int rows = data.features().length;
        final int columns = data.features()[0].length;
        final int batch = options.get("batch");
        // Workspaces keep the memory of activations and gradients for the next batch.
        final MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder().seed(seed)
                .updater(new Adam(1e-3)).weightInit(WeightInit.XAVIER_UNIFORM)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED).inferenceWorkspaceMode(WorkspaceMode.ENABLED).list()
                .layer(new DenseLayer.Builder().nIn(columns).nOut(options.get("hidden"))
                        .activation(Activation.RELU).build())
                .layer(new OutputLayer.Builder(LossFunction.MSE).nIn(options.get("hidden")).nOut(1)
                        .activation(Activation.IDENTITY).build())
                .build();
        final MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        final INDArray allFeatures = Nd4j.create(data.features());
        final INDArray allTargets = Nd4j.create(data.targets(), new long[] {rows, 1});

        final int[] order = IntStream.range(0, rows).toArray();
        final Random random = new Random(seed);
        final double[] seconds = new double[WARM_UP_EPOCHS + options.get("epochs")];
        double loss = 0;
        for (int epoch = 0; epoch < seconds.length; epoch++) {
            if (epoch == WARM_UP_EPOCHS) {
                barrier.await();
            }
            final long started = System.nanoTime();
            shuffle(order, random);
            double sum = 0;
            int batches = 0;
            for (int start = 0; start < rows; start += batch) {
                final int[] chosen = Arrays.copyOfRange(order, start, Math.min(start + batch, rows));
                try (INDArray features = Nd4j.pullRows(allFeatures, 1, chosen);
                        INDArray targets = Nd4j.pullRows(allTargets, 1, chosen)) {
                    network.fit(features, targets);
                }
                sum += network.score();
                batches++;
            }
            loss = sum / batches;
            seconds[epoch] = (System.nanoTime() - started) * 1e-9;
        }
        return new Run(Arrays.copyOfRange(seconds, WARM_UP_EPOCHS, seconds.length), loss);
    }

    private static void shuffle(final int[] order, final Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            final int j = random.nextInt(i + 1);
            final int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
    }

    private static Data read(final Path path, final int limit) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            final String[] sizes = reader.readLine().split(" ");
            final int rows = Math.min(Integer.parseInt(sizes[0]), limit);
            final Data data = new Data(new float[rows][Integer.parseInt(sizes[1])], new float[rows]);
            for (int row = 0; row < rows; row++) {
                final String[] parts = reader.readLine().split(" ");
                data.targets()[row] = Float.parseFloat(parts[0]);
                for (int i = 1; i < parts.length; i++) {
                    data.features()[row][Integer.parseInt(parts[i])] = 1;
                }
            }
            return data;
        }
    }

    /** Of the whole process: most of ND4J's memory is outside of the heap. */
    private static long peakMegabytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(-1);
        }
    }
}
