/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Results, one a line as JSON. A line is appended as a whole, so that a run that was stopped goes on where it was, and
 * several may share a file. What a crash left of a line without an end does not count, and the next one takes its
 * place.
 */
final class ResultFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<String> key;

    /**
     * @param file the file, which need not be there
     * @param key fields that tell one measurement from another
     */
    ResultFile(final Path file, final List<String> key) {
        this.file = file;
        this.key = key;
    }

    /**
     * @return all lines
     * @throws IOException if the file cannot be read, naming the line
     */
    List<JsonNode> lines() throws IOException {
        final List<JsonNode> lines = new ArrayList<>();
        if (Files.exists(file)) {
            final String text = Files.readString(file, StandardCharsets.UTF_8);
            for (final String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                if (!line.isBlank()) {
                    lines.add(parse(line, lines.size() + 1));
                }
            }
        }
        return lines;
    }

    private JsonNode parse(final String line, final int number) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (final IOException e) {
            throw new IOException("Result " + number + " in " + file + " is no JSON: remove the line, and it is "
                + "measured again. " + e.getMessage(), e);
        }
    }

    /**
     * @param description the fields that tell a measurement from others
     * @return whether it is there
     * @throws IOException if the file cannot be read
     */
    boolean contains(final JsonNode description) throws IOException {
        return lines().stream()
            .anyMatch(line -> key.stream().allMatch(field -> line.path(field).equals(description.path(field))));
    }

    /**
     * @param result a measurement
     * @throws IOException if it cannot be written
     */
    void append(final JsonNode result) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
            channel.lock(); // until it is closed
            final ByteBuffer line =
                ByteBuffer.wrap((JSON.writeValueAsString(result) + "\n").getBytes(StandardCharsets.UTF_8));
            channel.truncate(endOfLastLine(channel)).position(channel.size());
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    private static long endOfLastLine(final FileChannel channel) throws IOException {
        final ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
