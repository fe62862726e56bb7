/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;

/** The inputs of the node whose parameters are made or shown; ports are counted from 0. */
public interface NodeParametersInput {

    /** Empty as long as it is unknown. */
    Optional<PortObjectSpec> getInPortSpec(int portIndex);

    /** Empty as long as it is unknown. */
    Optional<DataTableSpec> getInTableSpec(int portIndex);
}
