/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import org.knime.core.node.config.base.ConfigBaseRO;

/** Read access to settings. */
public interface NodeSettingsRO extends ConfigBaseRO {

    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;
}
