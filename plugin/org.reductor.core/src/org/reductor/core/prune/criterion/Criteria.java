/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

import java.util.List;

/** All criteria. */
public final class Criteria {

    /** Deviation relative to the perturbed weight, as in the published code. */
    public static final ImportanceCriterion PUBLISHED = new PublishedDeviation();

    /** Deviation relative to the control weight, as in the paper's abstract. */
    public static final ImportanceCriterion RELATIVE_TO_CONTROL = new DeviationFromControl();

    /** Smallest mean absolute weight first. */
    public static final ImportanceCriterion MAGNITUDE = new Magnitude();

    /** Smallest mean absolute weight times the root mean square of its input first. */
    public static final ImportanceCriterion SCALED_MAGNITUDE = new ScaledMagnitude();

    /** Smallest contribution that is sure beyond a standard error first; the default. */
    public static final ImportanceCriterion CERTAIN_CONTRIBUTION = new CertainContribution();

    /** Any weight, by chance: the control that every other criterion must beat. */
    public static final ImportanceCriterion RANDOM = new RandomOrder();

    private static final List<ImportanceCriterion> ALL =
        List.of(CERTAIN_CONTRIBUTION, PUBLISHED, RELATIVE_TO_CONTROL, MAGNITUDE, SCALED_MAGNITUDE, RANDOM);

    private Criteria() {
    }

    /** @return all criteria, in the order in which dialogs list them */
    public static List<ImportanceCriterion> all() {
        return ALL;
    }

    /**
     * @param id what files and settings call it
     * @return the criterion
     * @throws IllegalArgumentException if there is none of that name, listing those that there are
     */
    public static ImportanceCriterion of(final String id) {
        return ALL.stream().filter(criterion -> criterion.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no criterion '" + id + "'. There are "
                + String.join(", ", ALL.stream().map(ImportanceCriterion::id).toList()) + "."));
    }
}
