/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.impl;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;

/** A model whose settings are a parameters class. */
public abstract class WebUINodeModel<S extends NodeParameters> extends NodeModel {

    private final Class<S> settingsClass;

    private S settings;

    protected WebUINodeModel(final WebUINodeConfiguration configuration, final Class<S> modelSettingsClass) {
        this(EmbeddedConfiguration.types(configuration.given.inputs()),
            EmbeddedConfiguration.types(configuration.given.outputs()), modelSettingsClass);
    }

    protected WebUINodeModel(final PortType[] inputPortTypes, final PortType[] outputPortTypes,
        final Class<S> modelSettingsClass) {
        super(inputPortTypes, outputPortTypes);
        settingsClass = modelSettingsClass;
    }

    @Override
    protected final PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        if (settings == null) {
            settings = NodeParametersUtil.createSettings(settingsClass, inSpecs);
            settings.validate();
        }
        return configure(inSpecs, settings);
    }

    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs, final S modelSettings)
        throws InvalidSettingsException {
        throw new UnsupportedOperationException(getClass().getName() + " does not implement configure.");
    }

    @Override
    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        return execute(inObjects, exec, settings);
    }

    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec, final S modelSettings)
        throws Exception {
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
    protected void reset() {
        // nothing is kept
    }
}
