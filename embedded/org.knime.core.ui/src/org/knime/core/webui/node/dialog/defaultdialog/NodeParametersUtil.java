/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
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
            return create(clazz.getDeclaredConstructor(NodeParametersInput.class), new Specs(specs));
        } catch (NoSuchMethodException e) {
            return createSettings(clazz);
        }
    }

    public static <S extends NodeParameters> S createSettings(final Class<S> clazz) {
        try {
            return create(clazz.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(clazz.getName() + " has no constructor without parameters.", e);
        }
    }

    private static <S> S create(final Constructor<S> constructor, final Object... arguments) {
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + constructor.getDeclaringClass().getName()
                + " failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No " + constructor.getDeclaringClass().getName() + " can be made.", e);
        }
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
