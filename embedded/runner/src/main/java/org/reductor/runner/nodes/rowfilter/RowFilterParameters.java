/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persist;
import org.reductor.runner.nodes.StandardParameters;

/** Settings of the Row Filter: rows that meet all criteria are kept. */
final class RowFilterParameters implements StandardParameters {

    @Unchanged @Persist(configKey = "matchCriteria") String m_matchCriteria = "AND";

    Criterion[] m_predicates = {};

    @Unchanged @Persist(configKey = "outputMode") String m_outputMode = "MATCHING";

    @Override
    public void validate() throws InvalidSettingsException {
        StandardParameters.super.validate();
        for (int i = 0; i < m_predicates.length; i++) {
            final Criterion.ColumnChoice column = m_predicates[i].m_column;
            if (column.m_column == null && !"ROW_ID".equals(column.m_special)) {
                throw new InvalidSettingsException("'predicates/" + i + "/columnV2' chooses neither a column nor the "
                    + "RowID, but " + column.m_special + ", which is not supported by the embedded runner.");
            }
        }
    }
}
