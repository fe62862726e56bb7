/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An array of parameters that the user can add to. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {

    String addButtonText() default "";

    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    String elementTitle() default "";

    boolean showSortButtons() default false;

    boolean hasFixedSize() default false;

    /** How an element is shown. */
    enum ElementLayout {
        VERTICAL_CARD, HORIZONTAL_SINGLE_LINE
    }
}
