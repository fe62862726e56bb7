/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetScanTest {

    @ParameterizedTest
    @CsvSource({"Inactive,Active", "no,Yes", "0,1", "false,true", "FALSE,TRUE", "inactive,active"})
    void ofTwoClassesThePositiveOneIsTheSecond(final String negative, final String positive) {
        assertThat(TargetScan.ordered(Set.of(negative, positive), false)).containsExactly(negative, positive);
    }
}
