/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.NodeParametersMigration;

/**
 * For a switch that shows a choice of columns and lets it count: nodes that were stored before there was one have it on
 * where columns are chosen.
 */
public abstract class WhereColumnsAreChosen implements NodeParametersMigration<Boolean> {

    private final String columns;

    /** @param columns key of the choice */
    protected WhereColumnsAreChosen(final String columns) {
        this.columns = columns;
    }

    @Override
    public final List<ConfigMigration<Boolean>> getConfigMigrations() {
        return List.of(ConfigMigration.builder(this::load).build());
    }

    private Boolean load(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (!settings.containsKey(columns)) {
            return false;
        }
        final NodeSettingsRO choice = settings.getNodeSettings(columns);
        if (!"MANUAL".equals(choice.getString("mode"))) {
            return true;
        }
        final NodeSettingsRO manual = choice.getNodeSettings("manualFilter");
        return manual.getStringArray("manuallySelected").length > 0 || manual.getBoolean("includeUnknownColumns");
    }
}
