/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.scorer;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.reductor.knime.choice.PruningChoices.CriterionChoice;

/** Settings of the node Deviation Scorer. */
final class DeviationScorerParameters implements NodeParameters {

    @Widget(title = "Criterion", description = "What the score of a weight is. The weights with the highest scores go "
        + "first.")
    CriterionChoice m_criterion = CriterionChoice.CERTAIN_CONTRIBUTION;
}
