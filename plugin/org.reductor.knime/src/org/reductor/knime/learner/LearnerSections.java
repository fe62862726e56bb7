/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;

/** The sections of the learner's dialog, from what everybody sets to what few touch. */
interface LearnerSections {

    @Section(title = "Data")
    interface Data {
    }

    @Section(title = "Rows", description = "Which rows learn together, which judge, and what becomes of those that "
        + "need a decision.")
    @After(Data.class)
    interface Rows {
    }

    @Section(title = "Pruning", description = "The preset 'Published (2022)' repeats the settings of Gurbych and "
        + "Prymachenko (2022). They judged rounds on rows of their own: connect such rows as the selection table, or "
        + "let the hold-out decide.")
    @After(Rows.class)
    interface Pruning {
    }

    @Section(title = "Networks", description = "Fully connected networks, one for each fold. Their mean is the "
        + "prediction.")
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.MakesNetworks.class)
    @After(Pruning.class)
    interface Networks {
    }

    @Section(title = "Training")
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = LearnerRules.OwnSettings.class)
    @After(Networks.class)
    interface Training {
    }

    @Section(title = "Run")
    @After(Training.class)
    interface Run {
    }
}
