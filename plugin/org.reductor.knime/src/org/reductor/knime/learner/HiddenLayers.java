/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;

/** The hidden layers as people write them: "1024" or "512, 128". */
final class HiddenLayers {

    private static final int MAX_UNITS = 65_536;

    private static final int MAX_LAYERS = 16;

    private HiddenLayers() {
    }

    /**
     * @param text numbers of units from the inputs to the output, separated by commas, semicolons or blanks
     * @return the units of each layer
     * @throws InvalidSettingsException naming the text and what is expected
     */
    static int[] parse(final String text) throws InvalidSettingsException {
        final String stripped = text == null ? "" : text.strip();
        final String[] parts = stripped.isEmpty() ? new String[0] : stripped.split("\\s*[,;\\s]\\s*");
        final int[] units;
        try {
            units = Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            throw invalid(stripped, e);
        }
        if (units.length == 0 || units.length > MAX_LAYERS
            || Arrays.stream(units).anyMatch(u -> u < 1 || u > MAX_UNITS)) {
            throw invalid(stripped, null);
        }
        return units;
    }

    private static InvalidSettingsException invalid(final String text, final Exception cause) {
        return new InvalidSettingsException("The hidden layers '" + text + "' cannot be understood. Give the number of "
            + "units of each layer, for example 1024, or 512, 128 for two layers: up to " + MAX_LAYERS
            + " layers of 1 to 65,536 units.", cause);
    }
}
