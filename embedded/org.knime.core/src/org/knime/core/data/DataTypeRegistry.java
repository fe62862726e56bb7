/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.util.Collection;
import java.util.List;

/** The types that installed bundles have registered: here none beyond those of this bundle. */
public final class DataTypeRegistry {

    private static final DataTypeRegistry INSTANCE = new DataTypeRegistry();

    private DataTypeRegistry() {
    }

    public static DataTypeRegistry getInstance() {
        return INSTANCE;
    }

    public Collection<DataType> availableDataTypes() {
        return List.of();
    }
}
