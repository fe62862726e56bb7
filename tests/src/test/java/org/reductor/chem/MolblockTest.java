/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MolblockTest {

    private static final String COUNTS = "  3  2  0  0  0  0  0  0  0  0999 V2000\n";

    private static final String BODY = "    0.0000    0.0000    0.0000 C   0  0\n"
        + "    1.2000    0.0000    0.0000 C   0  0\n    1.8000    1.0000    0.0000 O   0  0\n  1  2  1  0\n"
        + "  2  3  1  0\nM  END\n";

    private static final Featurizer FEATURIZER =
        new Featurizer(Featurizer.recipe("m", FingerprintKind.MORGAN, 2048, 2));

    /** With the whole header, without its first lines, with lines too many; stripped as tables do it. */
    @ParameterizedTest
    @ValueSource(strings = {"\n     RDKit          2D\n\n" + COUNTS, "     RDKit          2D\n\n" + COUNTS,
        "RDKit          2D\n\n" + COUNTS, "\n" + COUNTS, COUNTS, "3  2  0  0  0  0  0  0  0  0999 V2000\n",
        "\n\n\n     RDKit          2D\n\n" + COUNTS, "name V2000\n  x\n\n" + COUNTS})
    void headerThatLostOrGainedBlankLinesIsRead(final String header) throws UnusableRowException {
        assertThat(FEATURIZER.features(header + BODY).columns()).containsExactly(80, 222, 294, 807, 1057, 1410);
        assertThat(FEATURIZER.features((header + BODY).replace("\n", "\r\n")).columns())
            .containsExactly(80, 222, 294, 807, 1057, 1410);
    }

    @Test
    void wholeHeadersAreLeftAlone() {
        final String block = "name V2000\n  x\n\n" + COUNTS + BODY;

        assertThat(Molblock.withHeader(block)).isSameAs(block);
        assertThat(Molblock.withHeader("no\nblock")).isEqualTo("no\nblock");
    }
}
