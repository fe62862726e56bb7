/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.InvalidSettingsException;

class HiddenLayersTest {

    @Test
    void readsWhatPeopleWrite() throws InvalidSettingsException {
        assertThat(HiddenLayers.parse("1024")).containsExactly(1024);
        assertThat(HiddenLayers.parse(" 512, 128 ")).containsExactly(512, 128);
        assertThat(HiddenLayers.parse("512;128 , 64")).containsExactly(512, 128, 64);
        assertThat(HiddenLayers.parse("512 128")).containsExactly(512, 128);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ",", "many", "512,,128", "0", "-3", "1.5", "99999999", "99999999999",
        "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1"})
    void refusesTheRestByName(final String text) {
        assertThatThrownBy(() -> HiddenLayers.parse(text)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("The hidden layers '" + (text == null ? "" : text.strip()) + "'")
            .hasMessageContaining("512, 128");
    }
}
