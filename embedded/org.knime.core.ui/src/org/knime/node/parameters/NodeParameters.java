/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The settings of a node. Has a constructor without parameters (the values for settings that are loaded) and may have
 * one with a {@link NodeParametersInput} (the values for a fresh node). Private fields are not stored.
 */
public interface NodeParameters extends Persistable, WidgetGroup {

    /** Called with loaded settings, before they are used. Limits in widgets are not checked then: check them here. */
    default void validate() throws InvalidSettingsException {
        // everything goes
    }
}
