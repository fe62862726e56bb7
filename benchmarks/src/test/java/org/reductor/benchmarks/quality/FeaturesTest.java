/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.FeatureBlock;

import java.util.List;

class FeaturesTest {

    @Test
    void eachColumnGetsAllBlocks() {
        assertThat(Features.of("morgan-count:512:3,maccs,descriptors").drafts(List.of("a", "b")))
            .extracting(FeatureBlock::column, FeatureBlock::kind)
            .containsExactly(tuple("a", "morgan-count"),
                tuple("a", "maccs"),
                tuple("a", "descriptors"),
                tuple("b", "morgan-count"),
                tuple("b", "maccs"),
                tuple("b", "descriptors"));
    }

    @Test
    void whatIsNotSaidIsWrittenOut() {
        assertThat(Features.of("morgan,torsion:1024,maccs")).hasToString("morgan:2048:2,torsion:1024,maccs:167");
        assertThat(Features.of(Features.DEFAULT.toString())).isEqualTo(Features.DEFAULT);
    }

    @Test
    void unknownFeaturesAreRefusedByName() {
        assertThatThrownBy(() -> Features.of("morgan,nope")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'nope'").hasMessageContaining("descriptors");
        assertThatThrownBy(() -> Features.of("morgan:wide")).hasMessageContaining("'morgan:wide'");
    }
}
