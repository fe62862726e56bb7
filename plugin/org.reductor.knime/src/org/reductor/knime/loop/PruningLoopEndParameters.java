/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.loop;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.reductor.core.prune.AcceptanceRule;

/** Settings of the node Reductive Pruning Loop End. */
final class PruningLoopEndParameters implements NodeParameters {

    /** Rules that let all rounds run; one that undoes a round would have to turn the loop back. */
    enum Rule {
        @Label(value = "One standard error", description = "Rounds count up to the first whose error exceeds "
            + "the best before it by more than two standard errors; of these the sparsest wins that is within one "
            + "standard error of the best and loses no more than 2 % of its RMSE, or 4 % of its log loss.")
        ONE_STANDARD_ERROR(AcceptanceRule.Kind.ONE_STANDARD_ERROR),
        @Label(value = "No loss", description = "Each round is judged together with its neighbours. Rounds count up "
            + "to the first that is worse than the networks before the loop by more than two standard errors; of these "
            + "the sparsest wins that is above the best by at most one and a half standard errors and 2 % of its RMSE, "
            + "or 4 % of its log loss.")
        NO_LOSS(AcceptanceRule.Kind.NO_LOSS);

        private final AcceptanceRule.Kind kind;

        Rule(final AcceptanceRule.Kind kind) {
            this.kind = kind;
        }

        AcceptanceRule rule() {
            return new AcceptanceRule(kind, 0);
        }
    }

    @Widget(title = "Acceptance rule", description = "Which round wins, by the rows that judge and no others. No loss "
        + "drops the most that can be told from no loss; One standard error is stricter.")
    @ValueSwitchWidget
    Rule m_acceptance = Rule.NO_LOSS;
}
