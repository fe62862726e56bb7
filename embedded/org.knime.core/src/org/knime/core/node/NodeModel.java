/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.LoopStartNode;

/** What a node does, in the form that loop nodes still need: a class that keeps its state from one call to the next. */
public abstract class NodeModel {

    private final PortType[] inPortTypes;

    private final PortType[] outPortTypes;

    private final Map<String, Object> incoming = new HashMap<>();

    private final Map<String, Object> pushed = new HashMap<>();

    private String warningMessage;

    private LoopEndNode loopEnd;

    private LoopStartNode loopStart;

    private boolean continuesLoop;

    /** A model whose ports are all tables. */
    protected NodeModel(final int nrInDataPorts, final int nrOutDataPorts) {
        this(tables(nrInDataPorts), tables(nrOutDataPorts));
    }

    protected NodeModel(final PortType[] inPortTypes, final PortType[] outPortTypes) {
        this.inPortTypes = inPortTypes.clone();
        this.outPortTypes = outPortTypes.clone();
    }

    private static PortType[] tables(final int count) {
        final var types = new PortType[count];
        Arrays.fill(types, BufferedDataTable.TYPE);
        return types;
    }

    protected final int getNrInPorts() {
        return inPortTypes.length;
    }

    protected final int getNrOutPorts() {
        return outPortTypes.length;
    }

    protected final PortType getInPortType(final int index) {
        return inPortTypes[index];
    }

    protected final PortType getOutPortType(final int index) {
        return outPortTypes[index];
    }

    protected abstract void loadInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    protected abstract void saveInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    /** Looks at settings without taking them over. */
    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    /** Forgets what the last execution left. Of a loop, only the body is reset between iterations. */
    protected abstract void reset();

    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        return configure(Arrays.copyOf(inSpecs, inSpecs.length, DataTableSpec[].class));
    }

    protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
        throw new InvalidSettingsException(getClass().getName() + " does not implement configure.");
    }

    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        return execute(Arrays.copyOf(inObjects, inObjects.length, BufferedDataTable[].class), exec);
    }

    protected BufferedDataTable[] execute(final BufferedDataTable[] inData, final ExecutionContext exec)
        throws Exception {
        throw new IllegalStateException(getClass().getName() + " does not implement execute.");
    }

    protected final void setWarningMessage(final String warningMessage) {
        this.warningMessage = warningMessage;
    }

    protected final String getWarningMessage() {
        return warningMessage;
    }

    protected final void pushFlowVariableString(final String name, final String value) {
        pushed.put(name, value);
    }

    protected final void pushFlowVariableInt(final String name, final int value) {
        pushed.put(name, value);
    }

    protected final void pushFlowVariableDouble(final String name, final double value) {
        pushed.put(name, value);
    }

    public final String peekFlowVariableString(final String name) {
        return peek(name, String.class);
    }

    public final int peekFlowVariableInt(final String name) {
        return peek(name, Integer.class);
    }

    public final double peekFlowVariableDouble(final String name) {
        return peek(name, Double.class);
    }

    private <T> T peek(final String name, final Class<T> type) {
        final Object value = pushed.getOrDefault(name, incoming.get(name));
        if (!type.isInstance(value)) {
            throw new NoSuchElementException("There is no flow variable \"" + name + "\" of the type "
                + type.getSimpleName() + ".");
        }
        return type.cast(value);
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

    final void setLoopEnd(final LoopEndNode end) {
        loopEnd = end;
    }

    final void setLoopStart(final LoopStartNode start) {
        loopStart = start;
    }

    final boolean continuesLoop() {
        return continuesLoop;
    }

    final void clearContinuesLoop() {
        continuesLoop = false;
    }

    final void setIncoming(final Map<String, Object> variables) {
        incoming.clear();
        incoming.putAll(variables);
        pushed.clear();
    }

    final Map<String, Object> pushed() {
        return Map.copyOf(pushed);
    }
}
