/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.uncertainty.ProbabilityMap;
import org.reductor.knime.DialogFields;
import org.reductor.knime.TinyModel;
import org.reductor.knime.port.NetworksPortObject;

class PredictorDialogTest {

    private final NetworkPredictorParameters dialog = new NetworkPredictorParameters();

    private DialogFields with(final NetworkModel networks) {
        return new DialogFields(dialog, Map.of(0, new NetworksPortObject(networks).getSpec()));
    }

    @Test
    void whatTheNetworksDoNotPredictIsNotAsked() {
        assertThat(with(TinyModel.create()).shown()).contains("intervals", "coverage").doesNotContain("calibrate");
        assertThat(with(TinyModel.classes(new ProbabilityMap(2, .5, .1))).shown()).contains("calibrate")
            .doesNotContain("intervals", "coverage");
        assertThat(new DialogFields(dialog, Map.of()).open()).containsExactly("source", "intervals", "coverage",
            "calibrate", "similarity", "columnSuffix", "removeFingerprints");
    }

    @Test
    void theCoverageIsAskedWhereIntervalsAreAppended() {
        dialog.m_intervals = false;
        assertThat(with(TinyModel.create()).shown()).contains("intervals").doesNotContain("coverage");
    }
}
