/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/** Saves a value. */
@FunctionalInterface
public interface ParametersSaver<T> {

    void save(T param, NodeSettingsWO nodeSettings);
}
