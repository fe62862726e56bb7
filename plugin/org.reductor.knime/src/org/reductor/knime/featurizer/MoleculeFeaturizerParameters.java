/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.chem.FingerprintKind;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.MoleculeColumns;

/** Settings of the node Molecule Featurizer. */
final class MoleculeFeaturizerParameters implements NodeParameters {

    /** What to do with molecules that cannot be read. */
    enum BadMolecules {
        @Label(value = "Second output", description = "The row goes to the second output, with the reason; the others "
            + "go on.")
        SEPARATE,
        @Label(value = "Fail", description = "The node fails and says how many such rows there are.")
        FAIL
    }

    @Section(title = "Molecules")
    interface MoleculeSection {
    }

    @Section(title = "Fingerprint")
    @After(MoleculeSection.class)
    interface FingerprintSection {
    }

    interface FingerprintReference extends ParameterReference<FingerprintChoice> {
    }

    static final class HasRadius implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FingerprintReference.class).isOneOf(FingerprintChoice.MORGAN,
                FingerprintChoice.FEATURE_MORGAN);
        }
    }

    static final class HasLength implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FingerprintReference.class).isOneOf(FingerprintChoice.MACCS).negate();
        }
    }

    static final class AtLeastZero extends MinValidation {
        @Override
        protected double getMin() {
            return 0;
        }
    }

    static final class AtMostMaxRadius extends MaxValidation {
        @Override
        protected double getMax() {
            return FingerprintKind.MAX_RADIUS;
        }
    }

    static final class AtLeastMinWidth extends MinValidation {
        @Override
        protected double getMin() {
            return FingerprintKind.MIN_WIDTH;
        }
    }

    static final class AtMostMaxWidth extends MaxValidation {
        @Override
        protected double getMax() {
            return FingerprintKind.MAX_WIDTH;
        }
    }

    @Widget(title = "Molecule column",
        description = "Column with the molecules as SMILES or molblock (V2000 or V3000). Text columns and the SMILES "
            + "and SDF columns of other extensions will do.")
    @ChoicesProvider(MoleculeColumns.class)
    @Layout(MoleculeSection.class)
    String m_moleculeColumn;

    @Widget(title = "Unreadable molecules",
        description = "What happens to rows whose molecule is missing, empty or cannot be read.")
    @ValueSwitchWidget
    @Layout(MoleculeSection.class)
    BadMolecules m_badMolecules = BadMolecules.SEPARATE;

    @Widget(title = "Fingerprint", description = "How a molecule is turned into bits.")
    @ValueReference(FingerprintReference.class)
    @Layout(FingerprintSection.class)
    FingerprintChoice m_fingerprint = FingerprintChoice.MORGAN;

    @Widget(title = "Radius", description = "Number of bonds around each atom that a circular fingerprint looks at.")
    @NumberInputWidget(minValidation = AtLeastZero.class, maxValidation = AtMostMaxRadius.class)
    @Effect(type = EffectType.SHOW, predicate = HasRadius.class)
    @Layout(FingerprintSection.class)
    int m_radius = 2;

    @Widget(title = "Number of bits",
        description = "Length of the fingerprint. Longer ones mix up fewer substructures; networks grow with them.")
    @NumberInputWidget(minValidation = AtLeastMinWidth.class, maxValidation = AtMostMaxWidth.class)
    @Effect(type = EffectType.SHOW, predicate = HasLength.class)
    @Layout(FingerprintSection.class)
    int m_length = 2048;

    @Widget(title = "New column", description = "Name of the column that is appended.")
    @TextInputWidget
    @Layout(FingerprintSection.class)
    String m_outputColumn = "Fingerprint";

    MoleculeFeaturizerParameters() {
        this((DataTableSpec)null);
    }

    MoleculeFeaturizerParameters(final NodeParametersInput input) {
        this(input.getInTableSpec(0).orElse(null));
    }

    private MoleculeFeaturizerParameters(final DataTableSpec spec) {
        m_moleculeColumn = spec == null ? null : Columns.guess(spec, Columns.Role.MOLECULE);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        check(m_radius >= 0 && m_radius <= FingerprintKind.MAX_RADIUS,
            "The radius is " + m_radius + "; it must be between 0 and " + FingerprintKind.MAX_RADIUS + ".");
        check(m_length >= FingerprintKind.MIN_WIDTH && m_length <= FingerprintKind.MAX_WIDTH,
            "The number of bits is " + m_length + "; it must be between " + FingerprintKind.MIN_WIDTH + " and "
                + FingerprintKind.MAX_WIDTH + ".");
        check(m_outputColumn != null && !m_outputColumn.isBlank(), "The new column needs a name.");
    }

    private static void check(final boolean valid, final String message) throws InvalidSettingsException {
        if (!valid) {
            throw new InvalidSettingsException(message);
        }
    }
}
