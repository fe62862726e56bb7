/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import static org.knime.filehandling.core.connections.FSCategory.LOCAL;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.base.EmbeddedConfig;
import org.knime.filehandling.core.connections.FSLocation;

/** Single values and arrays: how each type is stored, and what stands for it when an Optional is empty. */
record Values(Reader reader, Writer writer, Object placeholder) {

    /** Reads a value of a key. */
    interface Reader {
        Object read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    /** Writes a value of a key. */
    interface Writer {
        void write(NodeSettingsWO settings, String key, Object value);
    }

    private static final Map<Class<?>, Values> BY_TYPE = new HashMap<>();

    static {
        put(NodeSettingsRO::getInt, (s, k, v) -> s.addInt(k, (Integer)v), 0, int.class, Integer.class);
        put(NodeSettingsRO::getLong, (s, k, v) -> s.addLong(k, (Long)v), 0L, long.class, Long.class);
        put(NodeSettingsRO::getDouble, (s, k, v) -> s.addDouble(k, (Double)v), 0.0, double.class, Double.class);
        put(NodeSettingsRO::getChar, (s, k, v) -> s.addChar(k, (Character)v), ' ', char.class, Character.class);
        put(NodeSettingsRO::getBoolean, (s, k, v) -> s.addBoolean(k, (Boolean)v), false, boolean.class, Boolean.class);
        put(NodeSettingsRO::getString, (s, k, v) -> s.addString(k, (String)v), null, String.class);
        put(NodeSettingsRO::getStringArray, (s, k, v) -> s.addStringArray(k, (String[])v), new String[0],
            String[].class);
        put(Values::location, (s, k, v) -> save((FSLocation)v, s.addNodeSettings(k)), new FSLocation(LOCAL, ""),
            FSLocation.class);
    }

    private static FSLocation location(final NodeSettingsRO settings, final String key)
        throws InvalidSettingsException {
        final NodeSettingsRO stored = settings.getNodeSettings(key);
        return stored.getBoolean("location_present") ? new FSLocation(stored.getString("file_system_type"),
            stored.getString("file_system_specifier", null), stored.getString("path")) : FSLocation.NULL;
    }

    private static void save(final FSLocation location, final NodeSettingsWO settings) {
        settings.addBoolean("location_present", location != FSLocation.NULL);
        if (location != FSLocation.NULL) {
            settings.addString("file_system_type", location.getFileSystemCategory());
            location.getFileSystemSpecifier().ifPresent(s -> settings.addString("file_system_specifier", s));
            settings.addString("path", location.getPath());
        }
    }

    private static void put(final Reader reader, final Writer writer, final Object placeholder,
        final Class<?>... types) {
        for (final Class<?> type : types) {
            BY_TYPE.put(type, new Values(reader, writer, placeholder));
        }
    }

    /** @throws IllegalArgumentException if values of the type are not stored by themselves */
    static Values of(final Class<?> type) {
        if (type.isEnum()) {
            return new Values((s, k) -> constant(type, s, k),
                (s, k, v) -> s.addString(k, v == null ? null : ((Enum<?>)v).name()), null);
        }
        final Values values = BY_TYPE.get(type);
        if (values == null) {
            throw new IllegalArgumentException("Parameters of " + type + " have no default persistor.");
        }
        return values;
    }

    private static Object constant(final Class<?> type, final NodeSettingsRO settings, final String key)
        throws InvalidSettingsException {
        final String name = settings.getString(key);
        final List<String> names =
            Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>)c).name()).toList();
        final int index = names.indexOf(name);
        if (index < 0) {
            throw new InvalidSettingsException("Setting \"" + EmbeddedConfig.path(settings, key)
                + "\" has the unknown value \"" + name + "\"; expected one of " + String.join(", ", names) + ".");
        }
        return type.getEnumConstants()[index];
    }
}
