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
import org.knime.filehandling.core.connections.FSLocation;

/** Single values and arrays: how each type is stored, and what stands for it when an Optional is empty. */
record Values(Settings.Reader reader, Settings.Writer writer, Object placeholder) {

    private static final Map<Class<?>, Values> BY_TYPE = new HashMap<>();

    static {
        put(NodeSettingsRO::getInt, (s, k, v) -> s.addInt(k, (Integer)v), 0, int.class, Integer.class);
        put(NodeSettingsRO::getLong, (s, k, v) -> s.addLong(k, (Long)v), 0L, long.class, Long.class);
        put(NodeSettingsRO::getDouble, (s, k, v) -> s.addDouble(k, (Double)v), 0.0, double.class, Double.class);
        put(NodeSettingsRO::getChar, (s, k, v) -> s.addChar(k, (Character)v), ' ', char.class, Character.class);
        put(NodeSettingsRO::getBoolean, (s, k, v) -> s.addBoolean(k, (Boolean)v), false, boolean.class, Boolean.class);
        put(NodeSettingsRO::getString, (s, k, v) -> s.addString(k, (String)v), null, String.class);
        put(NodeSettingsRO::getIntArray, (s, k, v) -> s.addIntArray(k, (int[])v), new int[0], int[].class);
        put(NodeSettingsRO::getLongArray, (s, k, v) -> s.addLongArray(k, (long[])v), new long[0], long[].class);
        put(NodeSettingsRO::getDoubleArray, (s, k, v) -> s.addDoubleArray(k, (double[])v), new double[0],
            double[].class);
        put(NodeSettingsRO::getBooleanArray, (s, k, v) -> s.addBooleanArray(k, (boolean[])v), new boolean[0],
            boolean[].class);
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

    private static void put(final Settings.Reader reader, final Settings.Writer writer, final Object placeholder,
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
            throw Settings.error(settings, key, "has the unknown value \"" + name + "\"; expected one of "
                + String.join(", ", names) + ".");
        }
        return type.getEnumConstants()[index];
    }
}
