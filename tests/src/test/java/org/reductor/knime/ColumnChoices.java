/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Chooses columns as people do in a dialog. */
public final class ColumnChoices {

    /** The switch that must be on for a choice to count. */
    private static final Map<String, String> SWITCHES = Map.of("reactionColumns", "reactions", "categoricalColumns",
        "categories", "numericColumns", "numbers", "moreTargets", "severalTargets");

    private ColumnChoices() {
    }

    /** Switches a choice on where it has a switch, and chooses the columns. */
    public static void select(final NodeSettings settings, final String key, final String... columns) {
        selectOnly(settings, key, columns);
        if (SWITCHES.containsKey(key)) {
            settings.addBoolean(SWITCHES.get(key), true);
        }
    }

    /** Chooses the columns and leaves the switch as it is. */
    public static void selectOnly(final NodeSettings settings, final String key, final String... columns) {
        try {
            settings.getNodeSettings(key).getNodeSettings("manualFilter").addStringArray("manuallySelected", columns);
        } catch (InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }
}
