/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.migration;

import java.util.List;

/** The older forms of a setting; has a constructor without parameters. */
public interface NodeParametersMigration<T> {

    /** The first that applies is used. */
    List<ConfigMigration<T>> getConfigMigrations();
}
