/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.reductor.chem.FingerprintKind;

/** The sections of the featurizer's dialog, what is shown when, and the limits of its numbers. */
interface FeaturizerRules {

    @Section(title = "Molecules")
    interface MoleculeSection {
    }

    @Section(title = "Reactions", description = "For columns with reaction SMILES, reactants>agents>products. Each "
        + "chosen role gets features of its own; several molecules of a role are described together.")
    @After(MoleculeSection.class)
    interface ReactionSection {
    }

    @Section(title = "Fingerprint and descriptors")
    @After(ReactionSection.class)
    interface FingerprintSection {
    }

    @Section(title = "Standardisation", description = "Done to each molecule before its features are made, and again "
        + "when the networks predict.")
    @After(FingerprintSection.class)
    interface StandardizationSection {
    }

    @Section(title = "Other columns", description = "Columns that become features beside the molecules, such as a "
        + "catalyst's name, a procedure or a temperature.")
    @After(StandardizationSection.class)
    interface OtherSection {
    }

    @Section(title = "Output")
    @After(OtherSection.class)
    interface OutputSection {
    }

    interface FingerprintReference extends ParameterReference<FingerprintChoice> {
    }

    final class HasRadius implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FingerprintReference.class).isOneOf(FingerprintChoice.MORGAN,
                FingerprintChoice.FEATURE_MORGAN);
        }
    }

    final class HasLength implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FingerprintReference.class).isOneOf(FingerprintChoice.MACCS, FingerprintChoice.NONE)
                .negate();
        }
    }

    final class HasCounts implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FingerprintReference.class).isOneOf(FingerprintChoice.MORGAN,
                FingerprintChoice.FEATURE_MORGAN, FingerprintChoice.ATOM_PAIR, FingerprintChoice.TORSION);
        }
    }

    final class AtLeastZero extends MinValidation {
        @Override
        protected double getMin() {
            return 0;
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
