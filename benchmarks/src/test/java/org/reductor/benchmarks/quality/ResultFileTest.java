/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

class ResultFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path file;
    private ResultFile results;

    @BeforeEach
    void open() {
        file = folder.resolve("results.jsonl");
        results = new ResultFile(file, List.of("set", "seed", "settings"));
    }

    @Test
    void aResultIsFoundByItsKeyWhateverElseItHolds() throws IOException {
        assertThat(results.contains(result("a", 1, "x"))).isFalse();
        results.append(result("a", 1, "x").put("score", .5));
        assertThat(results.contains(result("a", 1, "x"))).isTrue();
        assertThat(results.contains(result("a", 2, "x"))).isFalse();
        assertThat(results.contains(result("a", 1, "y"))).isFalse();
        assertThat(results.lines()).singleElement().satisfies(
            line -> assertThat(line.path("score").asDouble()).isEqualTo(.5));
    }

    @Test
    void theRestOfALineThatACrashLeftDoesNotCountAndIsReplaced() throws IOException {
        results.append(result("a", 1, "x"));
        Files.writeString(file, "{\"set\":\"b\",\"se", StandardOpenOption.APPEND);
        assertThat(results.lines()).hasSize(1);
        results.append(result("c", 1, "x"));
        assertThat(results.lines()).extracting(line -> line.path("set").asText()).containsExactly("a", "c");
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void aWholeLineThatIsNoJsonIsNamed() throws IOException {
        results.append(result("a", 1, "x"));
        Files.writeString(file, "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> results.lines()).isInstanceOf(IOException.class).hasMessageContaining("Result 2");
    }

    private static ObjectNode result(final String set, final int seed, final String setting) {
        final ObjectNode result = JSON.createObjectNode().put("set", set).put("seed", seed);
        result.putObject("settings").put("criterion", setting);
        return result;
    }
}
