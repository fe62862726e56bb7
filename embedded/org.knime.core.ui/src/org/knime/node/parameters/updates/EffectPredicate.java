/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.updates;

/** A condition on values. Made by the dialog, never by extension code. */
public interface EffectPredicate {

    EffectPredicate and(EffectPredicate other);

    EffectPredicate or(EffectPredicate other);

    EffectPredicate negate();
}
