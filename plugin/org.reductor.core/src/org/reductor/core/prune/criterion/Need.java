/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.prune.criterion;

/** What a criterion looks at that takes time to find out; see {@link ScoringContext}. */
public enum Need {

    /** Networks trained on perturbed targets, and how large the perturbations were beside the errors. */
    PERTURBED_NETWORKS,

    /** How strongly hidden units speak. */
    ACTIVATIONS
}
