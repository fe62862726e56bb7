/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli;

import java.nio.file.Path;
import java.util.List;

import org.reductor.runner.workflow.FlowValue;
import org.reductor.runner.workflow.NodeOption;

/**
 * What KNIME's batch options ask for.
 *
 * @param workflow a workflow folder or a .knwf file
 * @param destDir where the workflow folder is saved to, or null
 * @param destFile the zip file that it is saved to, or null
 * @param save false with `-nosave`
 * @param execute false with `-noexecute`
 * @param variables workflow variables, later ones win
 * @param nodeOptions settings to change before the run
 * @param notes remarks on options that were accepted and have no effect here
 */
public record BatchOptions(Path workflow, Path destDir, Path destFile, boolean save, boolean execute,
    List<FlowValue> variables, List<NodeOption> nodeOptions, List<String> notes) {

    /**
     * @param copy of the workflow
     * @return the same for the copy
     */
    BatchOptions on(final Path copy) {
        return new BatchOptions(copy, destDir, destFile, save, execute, variables, nodeOptions, notes);
    }
}
