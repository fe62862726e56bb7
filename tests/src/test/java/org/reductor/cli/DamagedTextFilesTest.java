/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.BufferedDataTable;
import org.reductor.damage.Damage;
import org.reductor.knime.NodeRunner;
import org.reductor.runner.nodes.csv.CsvTables;
import org.reductor.runner.registry.ExtensionRegistry;
import org.reductor.runner.workflow.LoadException;
import org.reductor.runner.workflow.WorkflowLoader;

/** Damaged tables and workflows are read or refused with a message. */
class DamagedTextFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aDamagedTableIsReadOrRefused() throws Exception {
        final byte[] whole = IntStream.range(0, 50)
            .mapToObj(i -> "CHEMBL" + i + ",\"C" + "C".repeat(i % 9) + "O, quoted \"\"twice\"\"\"," + i / 7.0)
            .collect(Collectors.joining("\n", "id,smiles,activity\n", "\n")).getBytes("UTF-8");
        final Path file = folder.resolve("table.csv");
        int read = 0;
        for (int number = 0; number < Damage.TRIED; number++) {
            Files.write(file, Damage.of(whole, number));
            try {
                final BufferedDataTable table = CsvTables.read(file, NodeRunner.context());
                assertThat(table.size()).as("damage %d", number).isLessThan(200);
                read++;
            } catch (final IOException e) {
                assertThat(e.getMessage()).as("damage %d", number).contains("table.csv");
            }
        }
        assertThat(read).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"workflow.knime", "Row Filter (#3)/settings.xml"})
    void aDamagedWorkflowIsLoadedOrRefused(final String damaged) throws Exception {
        final Path workflow = folder.resolve("workflow");
        FileTrees.copy(Path.of("src", "test", "resources", "check-workflow"), workflow);
        final byte[] whole = Files.readAllBytes(workflow.resolve(damaged));
        final var loader = new WorkflowLoader(ExtensionRegistry.ofClassPath());
        int refused = 0;
        for (int number = 0; number < Damage.TRIED; number++) {
            Files.write(workflow.resolve(damaged), Damage.of(whole, number));
            try {
                loader.load(workflow, List.of(), List.of());
            } catch (final LoadException e) {
                assertThat(e.getMessage()).as("damage %d", number).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aTextThatIsMissingIsNamed() throws Exception {
        final Path workflow = folder.resolve("workflow");
        FileTrees.copy(Path.of("src", "test", "resources", "check-workflow"), workflow);
        final Path file = workflow.resolve("workflow.knime");
        final String whole = Files.readString(file);
        final String damaged = whole.replaceFirst("key=\"version\" type=\"xstring\" value=\"[^\"]*\"",
            "key=\"version\" type=\"xstring\" isnull=\"true\" value=\"\"");
        assertThat(damaged).isNotEqualTo(whole);
        Files.writeString(file, damaged);
        assertThatThrownBy(() -> new WorkflowLoader(ExtensionRegistry.ofClassPath()).load(workflow, List.of(),
            List.of())).isInstanceOf(LoadException.class).hasMessageContainingAll("version", "there is no text");
    }
}
