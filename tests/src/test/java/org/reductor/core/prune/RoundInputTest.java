/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoundInputTest {

    @Test
    void theWeightsChosenAreTheRoundedMeanOverTheNetworks() {
        assertThat(new RoundInput(1, new long[]{4, 5, 5}, TwoMasks.members()).meanChosen()).isEqualTo(5);
        assertThat(new RoundInput(1, new long[]{4, 5, 4}, TwoMasks.members()).meanChosen()).isEqualTo(4);
    }

    @Test
    void eachNetworkNeedsACountOfItsWeights() {
        assertThatThrownBy(() -> new RoundInput(1, new long[2], TwoMasks.members()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("There are 3 networks to start from, but 2 counts of their weights.");
    }

    @Test
    void anotherNumberChangesNothingElse() {
        final RoundInput input = new RoundInput(1, new long[]{4, 5, 6}, TwoMasks.members());
        assertThat(input.numbered(7)).usingRecursiveComparison()
            .isEqualTo(new RoundInput(7, input.chosen(), input.starts()));
    }
}
