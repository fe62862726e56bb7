/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import java.util.Arrays;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.reductor.chem.FingerprintKind;

/** The sections of the featurizer's dialog, what is shown when, and the limits of its numbers. */
interface FeaturizerRules {

    @Section(title = "Molecules")
    interface MoleculeSection {
    }

    @Section(title = "Standardisation", description = "Done to each molecule before its features are made, and again "
        + "when the networks predict. Leave it off for tables that are standardised already.")
    @After(MoleculeSection.class)
    interface StandardizationSection {
    }

    @Section(title = "Features of molecules")
    @After(StandardizationSection.class)
    interface FingerprintSection {
    }

    @Section(title = "Other features", description = "What else of a row the networks shall read.")
    @After(FingerprintSection.class)
    interface OtherSection {
    }

    @Section(title = "Output")
    @After(OtherSection.class)
    interface OutputSection {
    }

    final class Reactions implements BooleanReference {
    }

    final class Categories implements BooleanReference {
    }

    final class Numbers implements BooleanReference {
    }

    interface FingerprintReference extends ParameterReference<FingerprintChoice> {
    }

    interface SecondReference extends ParameterReference<FingerprintChoice> {
    }

    interface ThirdReference extends ParameterReference<FingerprintChoice> {
    }

    /** Whether one of the three fingerprints is one of these. */
    private static EffectPredicate any(final PredicateInitializer i, final FingerprintChoice... choices) {
        return i.getEnum(FingerprintReference.class).isOneOf(choices)
            .or(i.getEnum(SecondReference.class).isOneOf(choices)).or(i.getEnum(ThirdReference.class).isOneOf(choices));
    }

    final class HasRadius implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return any(i, FingerprintChoice.MORGAN, FingerprintChoice.FEATURE_MORGAN);
        }
    }

    final class HasLength implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return any(i, Arrays.stream(FingerprintChoice.values()).filter(FingerprintChoice::hasLength)
                .toArray(FingerprintChoice[]::new));
        }
    }

    /** Shown for fingerprints that can count. */
    abstract class HasCountsOf implements EffectPredicateProvider {

        private final Class<? extends ParameterReference<FingerprintChoice>> reference;

        HasCountsOf(final Class<? extends ParameterReference<FingerprintChoice>> reference) {
            this.reference = reference;
        }

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(reference).isOneOf(FingerprintChoice.MORGAN, FingerprintChoice.FEATURE_MORGAN,
                FingerprintChoice.ATOM_PAIR, FingerprintChoice.TORSION);
        }
    }

    final class HasCounts extends HasCountsOf {
        HasCounts() {
            super(FingerprintReference.class);
        }
    }

    final class SecondHasCounts extends HasCountsOf {
        SecondHasCounts() {
            super(SecondReference.class);
        }
    }

    final class ThirdHasCounts extends HasCountsOf {
        ThirdHasCounts() {
            super(ThirdReference.class);
        }
    }

    final class AtMostMaxRadius extends MaxValidation {
        @Override
        protected double getMax() {
            return FingerprintKind.MAX_RADIUS;
        }
    }

    final class AtLeastMinWidth extends MinValidation {
        @Override
        protected double getMin() {
            return FingerprintKind.MIN_WIDTH;
        }
    }

    final class AtMostMaxWidth extends MaxValidation {
        @Override
        protected double getMax() {
            return FingerprintKind.MAX_WIDTH;
        }
    }
}
