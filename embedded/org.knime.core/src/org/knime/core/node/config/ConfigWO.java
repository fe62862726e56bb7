/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config;

import org.knime.core.node.config.base.ConfigBaseWO;

/** Write access to a settings tree. */
public interface ConfigWO extends ConfigBaseWO {

    Config addConfig(String key);
}
