/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.ParametersPersistor;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Makes, loads and saves the parameters of a node. */
public final class NodeParametersUtil {

    private NodeParametersUtil() {
    }

    public static <S extends NodeParameters> S loadSettings(final NodeSettingsRO settings, final Class<S> clazz)
        throws InvalidSettingsException {
        return clazz.cast(ParametersPersistor.load(clazz, settings));
    }

    public static void saveSettings(final Class<? extends NodeParameters> settingsClass,
        final NodeParameters settingsObject, final NodeSettingsWO settings) {
        ParametersPersistor.save(settingsClass, settingsObject, settings);
    }

    /** Parameters for these inputs: by the constructor that takes a {@link NodeParametersInput} if there is one. */
    public static <S extends NodeParameters> S createSettings(final Class<S> clazz, final PortObjectSpec[] specs) {
        try {
            return ParametersPersistor.create(clazz.getDeclaredConstructor(NodeParametersInput.class),
                new Specs(specs));
        } catch (NoSuchMethodException e) {
            return createSettings(clazz);
        }
    }

    public static <S extends NodeParameters> S createSettings(final Class<S> clazz) {
        return ParametersPersistor.create(clazz);
    }

    private record Specs(PortObjectSpec[] specs) implements NodeParametersInput {

        @Override
        public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
            return Optional.ofNullable(specs[portIndex]);
        }

        @Override
        public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
            return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
        }
    }
}
