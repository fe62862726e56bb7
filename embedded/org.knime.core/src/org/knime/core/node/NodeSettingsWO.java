/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import org.knime.core.node.config.base.ConfigBaseWO;

/** Write access to settings. */
public interface NodeSettingsWO extends ConfigBaseWO {

    NodeSettingsWO addNodeSettings(String key);
}
