/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a field under a condition. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    Class<? extends EffectPredicateProvider> predicate();

    EffectType type();

    /** What happens while the condition holds. */
    enum EffectType {
        ENABLE, DISABLE, SHOW, HIDE
    }
}
