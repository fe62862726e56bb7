/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.scorer;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;

/** Settings of the Numeric Scorer, under KNIME's keys. */
final class ScorerParameters implements NodeParameters {

    static final class ColumnChoice implements NodeParameters {
        @Persist(configKey = "useRowID")
        @Migrate(loadDefaultIfAbsent = true)
        boolean m_useRowId;

        @Persist(configKey = "columnName")
        String m_name = "";
    }

    @Persist(configKey = "reference")
    ColumnChoice m_reference = new ColumnChoice();

    @Persist(configKey = "predicted")
    ColumnChoice m_predicted = new ColumnChoice();

    @Persist(configKey = "override default output name")
    boolean m_renameOutput;

    @Persist(configKey = "output column")
    String m_outputColumn = "";

    @Persist(configKey = "name prefix for flowvars")
    @Migrate(loadDefaultIfAbsent = true)
    String m_variablePrefix = "";

    @Persist(configKey = "generate flow variables")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_variables;

    @Persist(configKey = "number_of_predictors")
    @Migrate(loadDefaultIfAbsent = true)
    int m_predictors;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_reference.m_useRowId || m_predicted.m_useRowId) {
            throw new InvalidSettingsException("'useRowID' is set; RowIDs are no numbers that could be scored.");
        }
        if (m_predictors < 0) {
            throw new InvalidSettingsException("'number_of_predictors' is " + m_predictors
                + "; it must not be negative.");
        }
    }

    String outputColumn() {
        return m_renameOutput ? m_outputColumn : m_predicted.m_name;
    }
}
