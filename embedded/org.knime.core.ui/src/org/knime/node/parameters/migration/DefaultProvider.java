/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.migration;

import java.util.List;

/** Gives a value for a setting that is not stored. */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.builder(settings -> getDefault()).build());
    }
}
