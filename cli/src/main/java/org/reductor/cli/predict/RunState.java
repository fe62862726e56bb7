/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.predict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How far a run is. Written after each block, so that a run that was killed goes on behind its last whole block.
 *
 * @param model SHA-256 of the model file
 * @param settings what else the result depends on, as text
 * @param rows rows that are done
 * @param digest SHA-256 over their values
 * @param failed how many of them have no prediction
 * @param reason why the first of these has none, empty if all have
 * @param outputBytes length of the file with predictions behind the last of them
 * @param failedBytes likewise of that with the other rows
 * @param finished whether there are no more rows
 */
record RunState(String model, String settings, long rows, String digest, long failed, String reason, long outputBytes,
    long failedBytes, boolean finished) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RunState start(final String model, final String settings) {
        return new RunState(model, settings, 0, "", 0, "", 0, 0, false);
    }

    /** @return the same with more rows, which are not on the disk yet */
    RunState with(final int moreRows, final int moreFailed, final String moreReason) {
        return new RunState(model, settings, rows + moreRows, digest, failed + moreFailed,
            reason.isEmpty() && moreReason != null ? moreReason : reason, outputBytes, failedBytes, finished);
    }

    /** @return the same with all its rows on the disk */
    RunState onDisk(final String ofRows, final long bytes, final long bytesOfFailed, final boolean last) {
        return new RunState(model, settings, rows, ofRows, failed, reason, bytes, bytesOfFailed, last);
    }

    void write(final Path file) throws IOException {
        final var node = JSON.createObjectNode();
        node.put("model", model).put("settings", settings).put("rows", rows).put("digest", digest)
            .put("failed", failed).put("reason", reason).put("outputBytes", outputBytes)
            .put("failedBytes", failedBytes).put("finished", finished);
        final Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, node.toPrettyString(), StandardCharsets.UTF_8);
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final AtomicMoveNotSupportedException ex) { // some network drives
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * @param file as written
     * @return the state; empty if there is no such file
     * @throws IOException if it cannot be read
     */
    static Optional<RunState> read(final Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            final JsonNode node = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            return Optional.of(new RunState(node.path("model").asText(), node.path("settings").asText(),
                node.path("rows").asLong(), node.path("digest").asText(), node.path("failed").asLong(),
                node.path("reason").asText(), node.path("outputBytes").asLong(), node.path("failedBytes").asLong(),
                node.path("finished").asBoolean()));
        } catch (final JsonProcessingException ex) {
            throw new IOException("The file '" + file + "' is damaged. Add --restart to begin anew.", ex);
        }
    }
}
