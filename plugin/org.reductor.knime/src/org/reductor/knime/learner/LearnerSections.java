/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.learner;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The sections of the learner's dialog, from what everybody sets to what few touch. */
interface LearnerSections {

    @Section(title = "Data")
    interface Data {
    }

    @Section(title = "Networks", description = "Fully connected networks with relu units, one for each fold. Their "
        + "mean is the prediction.")
    @After(Data.class)
    interface Networks {
    }

    @Section(title = "Pruning", description = "To repeat the settings published in 2022 as closely as this node does, "
        + "choose the criterion 'Deviation (published)', the perturbation 'Scale' with amplitude 0.1 and 2 networks, "
        + "the schedule 'Constant' with rate 0.1 and the acceptance rule 'Better than the last (published)'.")
    @After(Networks.class)
    interface Pruning {
    }

    @Section(title = "Training")
    @Advanced
    @After(Pruning.class)
    interface Training {
    }

    @Section(title = "Run")
    @After(Training.class)
    interface Run {
    }
}
