/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.ParametersLoader;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.ParametersSaver;
import org.knime.node.parameters.persistence.Persistor;

/** Loads and saves all fields of an object; a persistor or migration of its class goes first. */
public final class ParametersPersistor {

    private ParametersPersistor() {
    }

    /** @throws InvalidSettingsException if a setting is missing or of the wrong type; names its path */
    public static Object load(final Class<?> type, final NodeSettingsRO settings) throws InvalidSettingsException {
        final NodeParametersPersistor<?> custom = custom(type.getAnnotation(Persistor.class));
        final ParametersLoader<?> plain = custom != null ? custom : s -> loadFields(type, s);
        final String[][] paths = custom != null ? custom.getConfigPaths() : new String[][]{{}};
        return Migrations.load(type.getAnnotation(Migration.class), paths, plain, settings);
    }

    private static Object loadFields(final Class<?> type, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        final Object result = create(type);
        for (final ParameterField field : ParameterField.of(type)) {
            field.set(result, field.load(settings));
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    public static void save(final Class<?> type, final Object value, final NodeSettingsWO settings) {
        final NodeParametersPersistor<?> custom = custom(type.getAnnotation(Persistor.class));
        if (custom != null) {
            ((ParametersSaver<Object>)custom).save(value, settings);
            return;
        }
        for (final ParameterField field : ParameterField.of(type)) {
            field.save(field.get(value), settings);
        }
    }

    /** Whether a migration of the class or of one of its fields reads the path from an older form. */
    public static boolean readsOld(final Class<?> type, final List<String> path) {
        return !path.isEmpty() && (Migrations.readsOld(type.getAnnotation(Migration.class), path)
            || !type.isAnnotationPresent(Persistor.class)
                && ParameterField.of(type).stream().anyMatch(field -> field.readsOld(path)));
    }

    static NodeParametersPersistor<?> custom(final Persistor annotation) {
        return annotation == null ? null : create(annotation.value());
    }

    /** By the constructor without parameters. */
    public static <T> T create(final Class<T> type) {
        try {
            return create(type.getDeclaredConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no constructor without parameters.", e);
        }
    }

    public static <T> T create(final Constructor<T> constructor, final Object... arguments) {
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
}
