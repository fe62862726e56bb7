/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * One measured job in a process of its own, which prints one line of JSON, as the peers do. Times are taken inside,
 * after warm-up where that says what is meant; memory is the peak of the whole process.
 */
public final class Job {

    static final ObjectMapper JSON = new ObjectMapper();

    private Job() {
    }

    /**
     * @param args {@code export|epochs|roofline|scoring|affinity|yield|checkpoints} and options as {@code --name value}
     * @throws Exception if anything fails
     */
    public static void main(final String[] args) throws Exception {
        final Options options = Options.parse(Arrays.copyOfRange(args, 1, args.length));
        final ObjectNode result = switch (args[0]) {
            case "export" -> export(options);
            case "epochs" -> EpochsJob.run(options);
            case "roofline" -> RooflineJob.run(options);
            case "scoring" -> ScoringJob.run(options);
            case "affinity" -> PruningJob.run(BenchmarkData.Table.AFFINITY, options);
            case "yield" -> PruningJob.run(BenchmarkData.Table.YIELD, options);
            case "checkpoints" -> CheckpointsJob.run(options);
            default -> throw new IllegalArgumentException("There is no job '" + args[0] + "'.");
        };
        result.put("maxRssMb", peakMemory());
        System.out.println(JSON.writeValueAsString(result));
    }

    private static ObjectNode export(final Options options) throws IOException {
        final BenchmarkData data =
            BenchmarkData.read(options.path("data"), BenchmarkData.Table.AFFINITY, options.number("seed", 1));
        BenchmarkData.write(data.training(), options.path("to"));
        return JSON.createObjectNode().put("rows", data.training().rows());
    }

    /** Peak of the resident memory in MB, or 0 where the system does not tell. */
    private static long peakMemory() throws IOException {
        final Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
    }

    /** Options of a job by name. */
    record Options(TreeMap<String, String> values) {

        static Options parse(final String[] args) {
            final TreeMap<String, String> values = new TreeMap<>();
            for (int i = 0; i + 1 < args.length; i += 2) {
                values.put(args[i].replaceFirst("^--", ""), args[i + 1]);
            }
            return new Options(values);
        }

        Path path(final String name) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("The option --" + name + " is missing.");
            }
            return Path.of(values.get(name));
        }

        int number(final String name, final int otherwise) {
            return values.containsKey(name) ? Integer.parseInt(values.get(name)) : otherwise;
        }

        String text(final String name, final String otherwise) {
            return values.getOrDefault(name, otherwise);
        }
    }
}
