/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Read access to a settings tree. */
public interface ConfigRO extends ConfigBaseRO {

    Config getConfig(String key) throws InvalidSettingsException;
}
