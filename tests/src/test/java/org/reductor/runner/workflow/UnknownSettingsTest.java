/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.runner.loop.WorkflowFolder;
import org.reductor.runner.registry.ExtensionRegistry;

/** Settings in a workflow that its nodes do not store any more, or never did. */
class UnknownSettingsTest {

    @TempDir
    private Path folder;

    /** Of a workflow with one Molecule Featurizer of version 0.1 that has this setting, too. */
    private List<String> warnings(final String setting) throws Exception {
        final String old;
        try (var in = getClass().getResourceAsStream("/old-settings/molecule-featurizer-single-column.xml")) {
            old = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        final String model = "<config key=\"model\">";
        assertThat(old).contains(model);
        final Path path = new WorkflowFolder(folder).file(1, "Molecule Featurizer", old.replace(model, model + setting))
            .write().path();
        return new WorkflowLoader(ExtensionRegistry.ofClassPath()).load(path, List.of(), List.of()).warnings();
    }

    @Test
    void whatAMigrationReadsIsKnown() throws Exception {
        assertThat(warnings("<entry key=\"descriptors\" type=\"xboolean\" value=\"true\"/>")).isEmpty();
    }

    @Test
    void whatNothingReadsIsWarnedOfWithItsPath() throws Exception {
        assertThat(warnings("<entry key=\"descriptor\" type=\"xboolean\" value=\"true\"/>")).singleElement().asString()
            .endsWith("settings.xml: the node has no setting 'model/descriptor'; it is ignored");
    }
}
