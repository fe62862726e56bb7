/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.updates;

import java.util.function.Predicate;

import org.knime.node.parameters.NodeParametersInput;

/** Describes a condition. */
@FunctionalInterface
public interface EffectPredicateProvider {

    EffectPredicate init(PredicateInitializer i);

    /** Gives access to the values of fields. */
    interface PredicateInitializer {

        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /** Whether the parameters have no field with that reference, as where a provider serves several classes. */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /** A condition on the node's input that is looked at when the dialog opens. */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /** A condition that is always met. */
        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /** The condition of another provider, to combine with others. */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        /** True or false. */
        interface BooleanReference {

            EffectPredicate isTrue();
        }

        /** A choice. */
        interface EnumReference<E extends Enum<E>> {

            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }
    }
}
