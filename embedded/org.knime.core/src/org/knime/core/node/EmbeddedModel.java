/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.LoopStartNode;

/** Stand-in only: what the platform does with a {@link NodeModel}. Extension code must not use it. */
public final class EmbeddedModel {

    private final NodeModel model;

    public EmbeddedModel(final NodeModel model) {
        this.model = model;
    }

    public boolean isLoopStart() {
        return model instanceof LoopStartNode;
    }

    public boolean isLoopEnd() {
        return model instanceof LoopEndNode;
    }

    public void validateAndLoad(final NodeSettingsRO settings) throws InvalidSettingsException {
        model.validateSettings(settings);
        model.loadValidatedSettingsFrom(settings);
    }

    public void save(final NodeSettingsWO settings) {
        model.saveSettingsTo(settings);
    }

    public void reset() {
        model.reset();
    }

    /** The variables that the model sees from now on; what it pushed before is forgotten. */
    public void setVariables(final Map<String, Object> variables) {
        model.incoming.clear();
        model.incoming.putAll(variables);
        model.pushed.clear();
    }

    /** What the model pushed since the last {@link #setVariables}. */
    public Map<String, Object> pushedVariables() {
        return Map.copyOf(model.pushed);
    }

    public PortObjectSpec[] configure(final PortObjectSpec[] in, final Consumer<String> warning)
        throws InvalidSettingsException {
        model.setWarningMessage(null);
        final PortObjectSpec[] out = model.configure(in.clone());
        warned(warning);
        return out == null ? new PortObjectSpec[model.getNrOutPorts()] : out;
    }

    public PortObject[] execute(final PortObject[] in, final ExecutionContext exec, final Consumer<String> warning)
        throws Exception {
        model.setWarningMessage(null);
        model.continuesLoop = false;
        final PortObject[] given = model.execute(in.clone(), exec);
        exec.checkCanceled(); // the node may have ended early without a word
        final PortObject[] out = given == null ? new PortObject[model.getNrOutPorts()] : given;
        warnOfEmptyTables(out);
        warned(warning);
        return out;
    }

    /** As the platform does where the node itself warns of nothing. */
    private void warnOfEmptyTables(final PortObject[] out) {
        final List<BufferedDataTable> tables = Arrays.stream(out).filter(BufferedDataTable.class::isInstance)
            .map(BufferedDataTable.class::cast).toList();
        if (model.getWarningMessage() == null && !tables.isEmpty() && tables.stream().allMatch(t -> t.size() == 0)) {
            model.setWarningMessage(tables.size() == 1 ? "Node created an empty data table."
                : "Node created empty data tables on all out-ports.");
        }
    }

    private void warned(final Consumer<String> warning) {
        Optional.ofNullable(model.getWarningMessage()).ifPresent(warning);
    }

    /** Lets a loop end know its start. */
    public void connectToStart(final EmbeddedModel start) {
        model.loopStart = (LoopStartNode)start.model;
    }

    /** Lets a loop start know its end, from the second iteration on. */
    public void connectToEnd(final EmbeddedModel end) {
        model.loopEnd = (LoopEndNode)end.model;
    }

    /** As in the platform, a loop start knows its end only while it is executed. */
    public void disconnectFromEnd() {
        model.loopEnd = null;
    }

    /** Whether the last execution of the loop end asked for another iteration. */
    public boolean continuesLoop() {
        return model.continuesLoop;
    }
}
