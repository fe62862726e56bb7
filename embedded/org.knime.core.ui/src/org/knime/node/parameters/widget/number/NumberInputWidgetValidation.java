/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.number;

/** A limit of a number. */
public sealed interface NumberInputWidgetValidation {

    /** Whether the limit itself is not allowed. */
    default boolean isExclusive() {
        return false;
    }

    /** A lower limit. */
    abstract non-sealed class MinValidation implements NumberInputWidgetValidation {

        protected abstract double getMin();

        /** 1 or more. */
        public static final class IsPositiveIntegerValidation extends MinValidation {

            @Override
            public double getMin() {
                return 1;
            }
        }

        /** More than 0. */
        public static final class IsPositiveDoubleValidation extends MinValidation {

            @Override
            public double getMin() {
                return 0;
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        }
    }

    /** An upper limit. */
    abstract non-sealed class MaxValidation implements NumberInputWidgetValidation {

        protected abstract double getMax();
    }
}
