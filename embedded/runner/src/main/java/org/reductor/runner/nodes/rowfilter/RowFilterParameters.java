/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;

/** Settings of the Row Filter, under KNIME's keys. */
final class RowFilterParameters implements NodeParameters {

    enum Criteria {
        AND, OR
    }

    enum Domains {
        RETAIN, COMPUTE
    }

    enum OutputMode {
        MATCHING, NON_MATCHING
    }

    static final class ColumnChoice implements NodeParameters {

        private static final String ROW_ID = "ROW_ID";

        /** A column, or null. */
        @Persist(configKey = "regularChoice")
        String m_column;

        /** ROW_ID or ROW_NUMBER, which count if there is no column. */
        @Persist(configKey = "specialChoice", hidden = true)
        String m_special = ROW_ID;

        boolean isRowId() {
            return m_column == null && ROW_ID.equals(m_special);
        }
    }

    static final class Values implements NodeParameters {

        Reference[] m_values = {new Reference()};

        String m_inputKind = "SINGLE";
    }

    static final class Criterion implements NodeParameters {

        @Persist(configKey = "columnV2")
        ColumnChoice m_column = new ColumnChoice();

        Operator m_operator = Operator.EQ;

        Values m_predicateValues = new Values();

        Reference reference() {
            return m_predicateValues.m_values[0];
        }
    }

    Criteria m_matchCriteria = Criteria.AND;

    Criterion[] m_predicates = {};

    Domains m_domains = Domains.RETAIN;

    OutputMode m_outputMode = OutputMode.MATCHING;

    @Override
    public void validate() throws InvalidSettingsException {
        for (int i = 0; i < m_predicates.length; i++) {
            final Criterion criterion = m_predicates[i];
            final String key = "'predicates/" + i + "/";
            if (!criterion.m_operator.isSupported()) {
                throw new InvalidSettingsException(key + "operator' is " + criterion.m_operator
                    + ", which is not supported by the embedded runner. Use one of "
                    + Arrays.stream(Operator.values()).filter(Operator::isSupported).toList() + ".");
            }
            if (criterion.m_column.m_column == null && !criterion.m_column.isRowId()) {
                throw new InvalidSettingsException(key + "columnV2' chooses neither a column nor the RowID, but "
                    + criterion.m_column.m_special + ", which is not supported by the embedded runner.");
            }
            if (criterion.m_predicateValues.m_values.length != 1) {
                throw new InvalidSettingsException(key + "predicateValues' has "
                    + criterion.m_predicateValues.m_values.length + " values; a comparison needs one.");
            }
        }
    }
}
