/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.grouper;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.chem.MoleculeGrouping;
import org.reductor.chem.Standardization;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.MoleculeColumns;

/** Settings of the node Molecule Grouper. */
final class MoleculeGrouperParameters implements NodeParameters {

    /** What becomes of molecules without a scaffold. */
    enum RinglessChoice {
        @Label(value = "By molecule", description = "Each is a group of its own, together with equal molecules only: "
            + "they have no scaffold in common, and one large group of them would unbalance the folds.")
        BY_MOLECULE(MoleculeGrouping.Ringless.BY_MOLECULE),
        @Label(value = "All together", description = "They are one group, '" + MoleculeGrouping.NO_RING + "', as in "
            + "the scaffold splits of MoleculeNet and DeepChem, where they share an empty scaffold.")
        TOGETHER(MoleculeGrouping.Ringless.TOGETHER);

        private final MoleculeGrouping.Ringless ringless;

        RinglessChoice(final MoleculeGrouping.Ringless ringless) {
            this.ringless = ringless;
        }
    }

    /** What to do with rows whose molecule cannot be read. */
    enum BadMolecules {
        @Label(value = "Missing group", description = "The row stays; its group is missing, with the reason.")
        MISSING,
        @Label(value = "Fail", description = "The node fails and says how many such rows there are.")
        FAIL
    }

    interface GroupReference extends ParameterReference<GroupChoice> {
    }

    static final class IsScaffold implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GroupReference.class).isOneOf(GroupChoice.SCAFFOLD, GroupChoice.GENERIC_SCAFFOLD);
        }
    }

    static final class IsCluster implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GroupReference.class).isOneOf(GroupChoice.CLUSTER);
        }
    }

    static final class IsMolecule implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(GroupReference.class).isOneOf(GroupChoice.MOLECULE);
        }
    }

    static final class AtMostOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    @Widget(title = "Molecule column", description = "Column with the molecules: SMILES or molblocks as text, or the "
        + "SMILES, SDF and RDKit columns of other extensions.")
    @ChoicesProvider(MoleculeColumns.class)
    String m_moleculeColumn;

    @Widget(title = "Group by", description = "What the molecules of a group have in common. Scaffolds and "
        + "clusters keep series together, for networks that are to predict the next series; Same molecule keeps "
        + "repeated measurements together.")
    @ValueReference(GroupReference.class)
    GroupChoice m_groupBy = GroupChoice.SCAFFOLD;

    @Widget(title = "Molecules without rings", description = "They have no scaffold: in which group they are.")
    @ValueSwitchWidget
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = IsScaffold.class)
    RinglessChoice m_ringless = RinglessChoice.BY_MOLECULE;

    @Widget(title = "Similarity", description = "Tanimoto similarity from which on two molecules are neighbours, above "
        + "0 and at most 1. Smaller numbers give fewer and larger clusters. Around 0.65 clusters are close analogues; "
        + "around 0.4, whole series.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostOne.class)
    @Effect(type = EffectType.SHOW, predicate = IsCluster.class)
    double m_similarity = 0.65;

    @Widget(title = "Tell stereoisomers apart", description = "Whether molecules that differ only in stereo centres, "
        + "double bond geometry or isotopes are different. Leave it off for fingerprints of this extension, which "
        + "do not see stereo: the networks could not tell such rows apart, either.")
    @Effect(type = EffectType.SHOW, predicate = IsMolecule.class)
    boolean m_stereo;

    @Widget(title = "Ignore salts and charges", description = "Looks at the largest fragment only, with its charges "
        + "taken away as in the Molecule Featurizer, so that a salt is in the group of its parent.")
    boolean m_ignoreSalts = true;

    @Widget(title = "New column", description = "Name of the column that is appended.")
    @TextInputWidget
    String m_outputColumn = "Group";

    @Widget(title = "Rows that cannot be used", description = "What happens to rows with a molecule that cannot be "
        + "read.")
    @ValueSwitchWidget
    @Advanced
    BadMolecules m_badMolecules = BadMolecules.MISSING;

    MoleculeGrouperParameters() {
        // no input to guess from
    }

    MoleculeGrouperParameters(final NodeParametersInput input) {
        m_moleculeColumn =
            input.getInTableSpec(0).map(spec -> Columns.guess(spec, Columns.Role.MOLECULE)).orElse(null);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_groupBy == GroupChoice.CLUSTER && !(m_similarity > 0 && m_similarity <= 1)) {
            throw new InvalidSettingsException(
                "The similarity is " + m_similarity + "; it must be above 0 and at most 1.");
        }
        if (m_outputColumn == null || m_outputColumn.isBlank()) {
            throw new InvalidSettingsException("The new column needs a name.");
        }
    }

    /** @return what is done to each molecule first */
    Standardization standardization() {
        return new Standardization(m_ignoreSalts, m_ignoreSalts, false);
    }

    /** @return how to find the group of a molecule by what is compared */
    MoleculeGrouping grouping(final MoleculeGrouping.By by) {
        return new MoleculeGrouping(by, standardization(), by == MoleculeGrouping.By.MOLECULE && m_stereo,
            m_ringless.ringless);
    }
}
