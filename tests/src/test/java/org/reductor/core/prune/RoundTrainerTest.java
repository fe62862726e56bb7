/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.CsrMatrix;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Network;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.core.train.Engine;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.TrainingSettings;
import org.reductor.core.train.TrainingTask;

class RoundTrainerTest {

    /** The memory of a training that cannot be had. */
    private static final Engine HUNGRY = new Engine() {
        @Override
        public EngineKind kind() {
            return EngineKind.REDUCTOR;
        }

        @Override
        public Training begin(final Network start, final CsrMatrix features, final Mask mask,
            final TrainingSettings settings, final TrainingTask task, final BooleanSupplier cancelled) {
            throw new OutOfMemoryError("Java heap space");
        }
    };

    @Test
    void lackOfMemoryInATrainingThreadReachesTheCallerAsItIs() {
        final PruningSettings settings =
            PruningRunTest.settings(Criteria.MAGNITUDE, AcceptanceRule.oneStandardError(), 1).withThreads(2);
        assertThatThrownBy(
            () -> PruningRun.run(SyntheticData.of(60, 1), null, settings, null, HUNGRY, RunMonitor.NONE))
                .isInstanceOf(OutOfMemoryError.class).hasMessage("Java heap space");
    }
}
