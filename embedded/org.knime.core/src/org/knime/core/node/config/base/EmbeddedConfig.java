/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.config.base;

/** Stand-in only: where a setting stands, for messages. Extension code must not use it. */
public final class EmbeddedConfig {

    private EmbeddedConfig() {
    }

    /** The path of a key in its file, for example {@code model/settings/seed}. */
    public static String path(final ConfigBaseRO config, final String key) {
        final String above = config instanceof ConfigBase base ? base.path() : "";
        return above.isEmpty() ? key : above + "/" + key;
    }
}
