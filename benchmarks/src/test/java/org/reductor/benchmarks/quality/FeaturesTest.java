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
        assertThat(Features.of("morgan,torsion:1024,maccs,descriptors"))
            .hasToString("morgan:2048:2,torsion:1024,maccs:167,descriptors:basic");
        assertThat(Features.of(Features.DEFAULT.toString())).isEqualTo(Features.DEFAULT);
        assertThat(Features.of("torsion-count:scaled,morgan-count:512:3:scaled"))
            .hasToString("torsion-count:2048:scaled,morgan-count:512:3:scaled");
    }

    @Test
    void allDescriptorsAreMoreThanTheBasicOnes() {
        assertThat(width("descriptors:basic")).isEqualTo(20);
        assertThat(width("descriptors:all")).isGreaterThan(20);
    }

    private static int width(final String features) {
        return Features.of(features).drafts(List.of("a")).get(0).width();
    }

    @Test
    void unknownFeaturesAreRefusedByName() {
        assertThatThrownBy(() -> Features.of("morgan,nope")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("'nope'").hasMessageContaining("descriptors");
        assertThatThrownBy(() -> Features.of("descriptors:some")).hasMessageContaining("'descriptors:some'");
        assertThatThrownBy(() -> Features.of("morgan:wide")).hasMessageContaining("'morgan:wide'");
    }
}
