/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/** A branch of a settings tree; keeps the order in which keys were added. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final String ARRAY_SIZE = "array-size";

    private final Map<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

    public ConfigBase(final String key) {
        super(ConfigEntries.config, key);
    }

    /** A new, empty branch of the same kind. */
    public abstract ConfigBase getInstance(String key);

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        addEntry(config);
        return config;
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        if (entries.get(key) instanceof ConfigBase branch) {
            return branch;
        }
        throw notFound(key, ConfigEntries.config);
    }

    /** The entry of a key, or null. */
    public AbstractConfigEntry getEntry(final String key) {
        return entries.get(key);
    }

    public void addEntry(final AbstractConfigEntry entry) {
        entries.put(entry.getKey(), entry);
        entry.setParent(this);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public boolean containsKey(final String key) {
        return entries.containsKey(key);
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        for (final AbstractConfigEntry entry : entries.values()) {
            if (entry instanceof ConfigBase branch) {
                branch.copyTo(dest.addConfigBase(branch.getKey()));
            } else {
                ((ConfigBase)dest).addEntry(((ValueEntry)entry).copy());
            }
        }
    }

    @Override
    public final void saveToXML(final OutputStream os) throws IOException {
        EmbeddedConfig.write(this, os);
    }

    /** Reads XML into this branch, whose key becomes that of the file, and closes the stream. */
    public void load(final InputStream is) throws IOException {
        try (is) {
            EmbeddedConfig.read(this, is);
        }
    }

    private Object value(final String key, final ConfigEntries type) throws InvalidSettingsException {
        if (entries.get(key) instanceof ValueEntry entry && entry.getType() == type) {
            return entry.value();
        }
        throw notFound(key, type);
    }

    private InvalidSettingsException notFound(final String key, final ConfigEntries expected) {
        final AbstractConfigEntry entry = entries.get(key);
        final String where = "Setting \"" + EmbeddedConfig.path(this, key) + "\" ";
        final String wanted = expected.words() + " (" + expected + ")";
        if (entry == null) {
            return new InvalidSettingsException(where + "is missing; expected " + wanted + ".");
        }
        final String value = entry instanceof ConfigBase ? "" : " \"" + entry.toStringValue() + "\"";
        return new InvalidSettingsException(where + "holds " + entry.getType().words() + " (" + entry.getType() + value
            + "); expected " + wanted + ".");
    }

    private void add(final ConfigEntries type, final String key, final Object value) {
        addEntry(new ValueEntry(type, key, value));
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return (int)value(key, ConfigEntries.xint);
    }

    @Override
    public void addInt(final String key, final int value) {
        add(ConfigEntries.xint, key, value);
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return (double)value(key, ConfigEntries.xdouble);
    }

    @Override
    public void addDouble(final String key, final double value) {
        add(ConfigEntries.xdouble, key, value);
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return (char)value(key, ConfigEntries.xchar);
    }

    @Override
    public void addChar(final String key, final char value) {
        add(ConfigEntries.xchar, key, value);
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return (long)value(key, ConfigEntries.xlong);
    }

    @Override
    public void addLong(final String key, final long value) {
        add(ConfigEntries.xlong, key, value);
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return (boolean)value(key, ConfigEntries.xboolean);
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        try {
            return getBoolean(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        add(ConfigEntries.xboolean, key, value);
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return (String)value(key, ConfigEntries.xstring);
    }

    @Override
    public String getString(final String key, final String def) {
        try {
            return getString(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addString(final String key, final String value) {
        add(ConfigEntries.xstring, key, value);
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        final ConfigBase config = getConfigBase(key);
        if (!config.containsKey(ARRAY_SIZE)) {
            return null;
        }
        final int size = config.getInt(ARRAY_SIZE);
        // The size is a claim of the file; never allocate more than there are entries.
        if (size < 0 || size >= config.entries.size()) {
            throw new InvalidSettingsException("Setting \"" + config.path() + "\" claims " + size
                + " values but holds " + (config.entries.size() - 1) + ".");
        }
        final String[] result = new String[size];
        for (int i = 0; i < size; i++) {
            result[i] = config.getString(Integer.toString(i));
        }
        return result;
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        final ConfigBase config = addConfigBase(key);
        if (values != null) {
            config.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                config.addString(Integer.toString(i), values[i]);
            }
        }
    }
}
