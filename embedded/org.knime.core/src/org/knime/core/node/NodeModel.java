/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.LoopStartNode;

/** What a node does: a class that keeps its state from one call to the next. */
public abstract class NodeModel {

    final Map<String, Object> incoming = new HashMap<>();

    final Map<String, Object> pushed = new HashMap<>();

    LoopEndNode loopEnd;

    LoopStartNode loopStart;

    boolean continuesLoop;

    private final int outputs;

    private String warningMessage;

    protected NodeModel(final PortType[] inPortTypes, final PortType[] outPortTypes) {
        outputs = outPortTypes.length;
    }

    protected final int getNrOutPorts() {
        return outputs;
    }

    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    /** Looks at settings without taking them over. */
    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    /** Forgets what the last execution left. Of a loop, only the body is reset between iterations. */
    protected abstract void reset();

    protected abstract PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException;

    protected abstract PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception;

    /** A later warning replaces an earlier one. */
    protected final void setWarningMessage(final String warningMessage) {
        this.warningMessage = warningMessage;
    }

    protected final String getWarningMessage() {
        return warningMessage;
    }

    protected final void pushFlowVariableInt(final String name, final int value) {
        pushed.put(name, value);
    }

    public final int peekFlowVariableInt(final String name) {
        if (pushed.getOrDefault(name, incoming.get(name)) instanceof Integer value) {
            return value;
        }
        throw new NoSuchElementException("There is no flow variable \"" + name + "\" that is an integer.");
    }

    /** Called in execute by a loop end that wants another iteration; its outputs may then be null. */
    protected final void continueLoop() {
        if (!(this instanceof LoopEndNode)) {
            throw new IllegalStateException("continueLoop() is called by " + getClass().getName()
                + ", which is not a LoopEndNode.");
        }
        if (loopStart == null) {
            throw new IllegalStateException("The loop end is not connected to a loop start.");
        }
        continuesLoop = true;
    }

    /** The end of the loop that this node starts; null in the first iteration and for all other nodes. */
    protected final LoopEndNode getLoopEndNode() {
        return loopEnd;
    }

    /** The start of the loop that this node ends, or null. */
    protected final LoopStartNode getLoopStartNode() {
        return loopStart;
    }
}
