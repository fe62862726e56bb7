/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.impl;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;

/** A model whose settings are a parameters class. Subclasses override one configure and one execute. */
public abstract class WebUINodeModel<S extends NodeParameters> extends NodeModel {

    private final Class<S> settingsClass;

    private S settings;

    protected WebUINodeModel(final WebUINodeConfiguration configuration, final Class<S> modelSettingsClass) {
        this(WebUINodeConfiguration.types(configuration.given.inputs),
            WebUINodeConfiguration.types(configuration.given.outputs), modelSettingsClass);
    }

    protected WebUINodeModel(final PortType[] inputPortTypes, final PortType[] outputPortTypes,
        final Class<S> modelSettingsClass) {
        super(inputPortTypes, outputPortTypes);
        settingsClass = modelSettingsClass;
    }

    /** The settings, once there are any. */
    protected final Optional<S> getSettings() {
        return Optional.ofNullable(settings);
    }

    @Override
    protected final PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        guess(inSpecs);
        return configure(inSpecs, settings);
    }

    @Override
    protected final DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
        guess(inSpecs);
        return configure(inSpecs, settings);
    }

    private void guess(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        if (settings == null) {
            settings = NodeParametersUtil.createSettings(settingsClass, inSpecs);
            settings.validate();
        }
    }

    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs, final S modelSettings)
        throws InvalidSettingsException {
        return configure(Arrays.copyOf(inSpecs, inSpecs.length, DataTableSpec[].class), modelSettings);
    }

    protected DataTableSpec[] configure(final DataTableSpec[] inSpecs, final S modelSettings)
        throws InvalidSettingsException {
        throw new UnsupportedOperationException(getClass().getName() + " does not implement configure.");
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        return execute(inObjects, exec, settings);
    }

    @Override
    protected BufferedDataTable[] execute(final BufferedDataTable[] inObjects, final ExecutionContext exec)
        throws Exception {
        return execute(inObjects, exec, settings);
    }

    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec, final S modelSettings)
        throws Exception {
        return execute(Arrays.copyOf(inObjects, inObjects.length, BufferedDataTable[].class), exec, modelSettings);
    }

    protected BufferedDataTable[] execute(final BufferedDataTable[] inData, final ExecutionContext exec,
        final S modelSettings) throws Exception {
        throw new UnsupportedOperationException(getClass().getName() + " does not implement execute.");
    }

    @Override
    protected final void saveSettingsTo(final NodeSettingsWO settings) {
        final S saved = this.settings == null ? NodeParametersUtil.createSettings(settingsClass) : this.settings;
        NodeParametersUtil.saveSettings(settingsClass, saved, settings);
    }

    @Override
    protected final void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        NodeParametersUtil.loadSettings(settings, settingsClass).validate();
    }

    @Override
    protected final void loadValidatedSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        this.settings = NodeParametersUtil.loadSettings(settings, settingsClass);
    }

    @Override
    protected void loadInternals(final File nodeInternDir, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        // nothing is kept
    }

    @Override
    protected void saveInternals(final File nodeInternDir, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        // nothing is kept
    }

    @Override
    protected void reset() {
        // nothing is kept
    }
}
