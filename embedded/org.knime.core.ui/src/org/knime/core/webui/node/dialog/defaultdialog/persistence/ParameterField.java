/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.ParametersLoader;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.ParametersSaver;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** A stored field: every field that is neither private nor static nor transient, those of superclasses first. */
final class ParameterField {

    private final Class<?> owner;

    private final Field field;

    private final String key;

    private ParameterField(final Class<?> owner, final Field field) {
        this.owner = owner;
        this.field = field;
        key = key(field);
        if (field.isAnnotationPresent(Persist.class) && field.isAnnotationPresent(Persistor.class)) {
            throw new IllegalStateException(field + " has both @Persist and @Persistor.");
        }
        if (field.isAnnotationPresent(Migrate.class) && field.isAnnotationPresent(Migration.class)) {
            throw new IllegalStateException(field + " has both @Migrate and @Migration.");
        }
        field.setAccessible(true);
    }

    private static String key(final Field field) {
        final String name = field.getName();
        final String plain = name.startsWith("m_") ? name.substring(2) : name;
        final Persist persist = field.getAnnotation(Persist.class);
        if (persist == null) {
            return plain;
        }
        return (persist.configKey().isEmpty() ? plain : persist.configKey()) + (persist.hidden() ? "_Internals" : "");
    }

    static List<ParameterField> of(final Class<?> type) {
        final List<ParameterField> fields = new ArrayList<>();
        collect(type, type, fields);
        return fields;
    }

    private static void collect(final Class<?> owner, final Class<?> type, final List<ParameterField> fields) {
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            collect(owner, type.getSuperclass(), fields);
        }
        for (final Field field : type.getDeclaredFields()) {
            if ((field.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT)) == 0
                && !field.isSynthetic()) {
                fields.add(new ParameterField(owner, field));
            }
        }
    }

    Object get(final Object parameters) {
        try {
            return field.get(parameters);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read.", e);
        }
    }

    void set(final Object parameters, final Object value) {
        try {
            field.set(parameters, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be set.", e);
        }
    }

    Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final NodeParametersPersistor<?> custom = ParametersPersistor.custom(field.getAnnotation(Persistor.class));
        final ParametersLoader<?> plain = custom != null ? custom : this::loadByType;
        final String[][] paths = custom != null ? custom.getConfigPaths() : new String[][]{{key}};
        if (defaultIfAbsent(paths) && !Migrations.hasAny(settings, paths)) {
            return get(ParametersPersistor.create(owner));
        }
        return Migrations.load(field.getAnnotation(Migration.class), paths, plain, settings);
    }

    private boolean defaultIfAbsent(final String[][] paths) {
        final Migrate migrate = field.getAnnotation(Migrate.class);
        if (migrate != null && migrate.loadDefaultIfAbsent()) {
            if (paths.length == 0) {
                throw new IllegalStateException(field + " has no config paths whose absence could be noticed.");
            }
            return true;
        }
        return paths.length > 0 && owner.isAnnotationPresent(LoadDefaultsForAbsentFields.class)
            && !field.isAnnotationPresent(Migration.class);
    }

    private Object loadByType(final NodeSettingsRO settings) throws InvalidSettingsException {
        final Class<?> type = field.getType();
        if (Persistable.class.isAssignableFrom(type)) {
            return ParametersPersistor.load(type, settings.getNodeSettings(key));
        }
        if (isArrayOfParameters()) {
            return loadArray(settings.getNodeSettings(key));
        }
        if (type == Optional.class) {
            return settings.getBoolean(key + "_is_present", true)
                ? Optional.ofNullable(Values.of(optionalType()).reader().read(settings, key)) : Optional.empty();
        }
        return Values.of(type).reader().read(settings, key);
    }

    private Object loadArray(final NodeSettingsRO settings) throws InvalidSettingsException {
        final Class<?> element = field.getType().getComponentType();
        final int size = (int)settings.keySet().stream().filter(k -> k.matches("\\d+")).count();
        final Object result = Array.newInstance(element, size);
        for (int i = 0; i < size; i++) {
            Array.set(result, i, ParametersPersistor.load(element, settings.getNodeSettings(Integer.toString(i))));
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    void save(final Object value, final NodeSettingsWO settings) {
        final NodeParametersPersistor<?> custom = ParametersPersistor.custom(field.getAnnotation(Persistor.class));
        if (custom != null) {
            ((ParametersSaver<Object>)custom).save(value, settings);
        } else if (Persistable.class.isAssignableFrom(field.getType())) {
            ParametersPersistor.save(field.getType(), value, settings.addNodeSettings(key));
        } else if (isArrayOfParameters()) {
            final NodeSettingsWO elements = settings.addNodeSettings(key);
            for (int i = 0; value != null && i < Array.getLength(value); i++) {
                ParametersPersistor.save(field.getType().getComponentType(), Array.get(value, i),
                    elements.addNodeSettings(Integer.toString(i)));
            }
        } else if (field.getType() == Optional.class) {
            final Optional<?> optional = (Optional<?>)value;
            final Values values = Values.of(optionalType());
            values.writer().write(settings, key, optional.isPresent() ? optional.get() : values.placeholder());
            settings.addBoolean(key + "_is_present", optional.isPresent());
        } else {
            Values.of(field.getType()).writer().write(settings, key, value);
        }
    }

    boolean readsOld(final List<String> path) {
        if (Migrations.readsOld(field.getAnnotation(Migration.class), path)) {
            return true;
        }
        if (field.isAnnotationPresent(Persistor.class) || !path.get(0).equals(key)) {
            return false;
        }
        return Persistable.class.isAssignableFrom(field.getType())
            && ParametersPersistor.readsOld(field.getType(), path.subList(1, path.size()))
            || isArrayOfParameters() && path.size() > 2
                && ParametersPersistor.readsOld(field.getType().getComponentType(), path.subList(2, path.size()));
    }

    private boolean isArrayOfParameters() {
        return field.getType().isArray() && Persistable.class.isAssignableFrom(field.getType().getComponentType());
    }

    private Class<?> optionalType() {
        return (Class<?>)((ParameterizedType)field.getGenericType()).getActualTypeArguments()[0];
    }
}
