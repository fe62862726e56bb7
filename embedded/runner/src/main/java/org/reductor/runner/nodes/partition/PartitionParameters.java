/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.partition;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;

/** Settings of the Table Partitioner, under KNIME's keys. */
final class PartitionParameters implements NodeParameters {

    enum CountMode {
        RELATIVE, ABSOLUTE
    }

    enum SamplingMode {
        RANDOM, STRATIFIED, LINEAR, FIRST_ROWS
    }

    enum ActionOnEmptyInput {
        FAIL, OUTPUT_EMPTY
    }

    CountMode m_partitioningMode = CountMode.RELATIVE;

    double m_percentage = 70;

    long m_rowCount = 100;

    SamplingMode m_mode = SamplingMode.RANDOM;

    @Persist(configKey = "class_column")
    @Migrate(loadDefaultIfAbsent = true)
    String m_classColumn = "";

    Optional<Long> m_seed = Optional.of(1678807467440L);

    ActionOnEmptyInput m_actionEmpty = ActionOnEmptyInput.FAIL;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_partitioningMode == CountMode.RELATIVE && !(m_percentage >= 0 && m_percentage <= 100)) {
            throw new InvalidSettingsException("'percentage' is " + m_percentage + "; it must be from 0 to 100.");
        }
        if (m_partitioningMode == CountMode.ABSOLUTE && m_rowCount < 0) {
            throw new InvalidSettingsException("'rowCount' is " + m_rowCount + "; it must not be negative.");
        }
        if (m_mode == SamplingMode.STRATIFIED) {
            throw new InvalidSettingsException("'mode' is STRATIFIED, which is not supported by the embedded runner. "
                + "Use RANDOM, LINEAR or FIRST_ROWS.");
        }
    }

    /** @return how many of the rows go to the first part; a share is rounded down, as in KNIME */
    long firstPart(final long rows) {
        return m_partitioningMode == CountMode.RELATIVE ? (long)(m_percentage / 100.0 * rows) : m_rowCount;
    }
}
