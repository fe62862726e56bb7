/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.choice;

import java.util.Arrays;

import org.knime.node.parameters.widget.choices.Label;
import org.reductor.core.data.Duplicates;
import org.reductor.core.data.RowRules;
import org.reductor.core.prune.Judges;

/** What dialogs let choose about rows, and what it means to the core. Stored by name: never rename. */
public final class RowChoices {

    private RowChoices() {
    }

    public enum JudgesChoice {
        @Label(value = "Every row, out of fold", description = "Each row judges networks that have not seen it: one, "
            + "or with 16 folds two. Each fold has a mask of its own, and its judges have no part in its weights, its "
            + "stopping or its mask. All rows judge, so that little is left to chance; needs at least 3 folds.")
        OUT_OF_FOLD(Judges.OUT_OF_FOLD),
        @Label(value = "Hold-out rows", description = "A share of the rows that no network sees judges all networks, "
            + "which share one mask. In small tables they are too few to judge well.")
        HOLD_OUT(Judges.HOLD_OUT);

        private final Judges judges;

        JudgesChoice(final Judges judges) {
            this.judges = judges;
        }

        /** @return what it means to the core */
        public Judges judges() {
            return judges;
        }
    }

    public enum GroupingChoice {
        @Label(value = "Every row by itself", description = "Chance decides for each row.")
        NONE,
        @Label(value = "Groups", description = "All rows with the same value in the group column are on one side.")
        COLUMN
    }

    public enum WeightingChoice {
        @Label(value = "All the same", description = "Every row counts as much as any other.")
        NONE,
        @Label(value = "By a column", description = "A row of weight 2 counts as much as two rows of weight 1.")
        COLUMN
    }

    public enum StratificationChoice {
        @Label(value = "Chance", description = "The seed decides.")
        NONE(RowRules.Stratification.NONE),
        @Label(value = "Classes evenly", description = "Each fold, and the hold-out, gets as many rows of each class "
            + "as its share is. Where the target is a number, chance decides.")
        CLASSES(RowRules.Stratification.CLASSES),
        @Label(value = "All evenly", description = "Classes likewise, and as many rows of each tenth of the numbers, "
            + "from the smallest to the largest. Small tables gain most.")
        VALUES(RowRules.Stratification.VALUES);

        private final RowRules.Stratification stratification;

        StratificationChoice(final RowRules.Stratification stratification) {
            this.stratification = stratification;
        }

        /** @return what it means to the core */
        public RowRules.Stratification stratification() {
            return stratification;
        }
    }

    public enum MissingChoice {
        @Label(value = "Skip the row", description = "The row is left out, with one warning that counts such rows.")
        SKIP,
        @Label(value = "Fail", description = "The node fails and says how many such rows there are.")
        FAIL
    }

    public enum DuplicateChoice {
        @Label(value = "Keep", description = "They stay as they are; a warning counts them where their values differ.")
        KEEP(Duplicates.Treatment.KEEP, "They were kept as they are; no network can be right for all of them."),
        @Label(value = "Average", description = "They become one row with the mean of their numbers and their most "
            + "frequent class, in the group of the first; a warning counts them where their values differ.")
        AVERAGE(Duplicates.Treatment.AVERAGE, "Each set was learned as one row, with the mean of its numbers and its "
            + "most frequent class."),
        @Label(value = "Fail", description = "Where their values differ, the node fails and says how many such rows "
            + "there are.")
        REFUSE(Duplicates.Treatment.REFUSE, "Correct or remove them, or let the node keep or average them.");

        private final Duplicates.Treatment treatment;

        private final String remark;

        DuplicateChoice(final Duplicates.Treatment treatment, final String remark) {
            this.treatment = treatment;
            this.remark = remark;
        }

        /** @return what it means to the core */
        public Duplicates.Treatment treatment() {
            return treatment;
        }

        /** @return what to say after the count of rows with the same features but different values */
        public static String remark(final Duplicates.Treatment treatment) {
            return Arrays.stream(values()).filter(choice -> choice.treatment == treatment).findFirst()
                .orElseThrow().remark;
        }
    }
}
