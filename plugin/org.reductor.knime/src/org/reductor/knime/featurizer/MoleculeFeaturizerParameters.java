/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.reductor.chem.DescriptorSet;
import org.reductor.chem.FingerprintKind;
import org.reductor.chem.FingerprintSpec;
import org.reductor.chem.Scaling;
import org.reductor.knime.choice.Bounds;
import org.reductor.knime.column.CategoryColumns;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.MoleculeColumns;
import org.reductor.knime.column.TargetColumns;

/** Settings of the node Molecule Featurizer. */
final class MoleculeFeaturizerParameters implements NodeParameters {

    /** What to do with rows that cannot be turned into features. */
    enum BadMolecules {
        @Label(value = "Second output", description = "The row goes to the second output, with the reason; the others "
            + "go on.")
        SEPARATE,
        @Label(value = "Fail", description = "The node fails and says how many such rows there are.")
        FAIL
    }

    /** What to do where there is no molecule or category. */
    enum EmptyInputs {
        @Label(value = "Cannot be used", description = "The row is treated like one with an unreadable molecule; the "
            + "reason names the column or role.")
        UNUSABLE,
        @Label(value = "Leave empty", description = "The row goes on; the features of what is missing are 0. For "
            + "reactions that do without an additive, for example.")
        EMPTY
    }

    /** How numbers are scaled. */
    enum ScalingChoice {
        @Label(value = "Standardise", description = "The mean is subtracted, then divided by the standard deviation.")
        STANDARDIZE(Scaling.STANDARDIZE),
        @Label(value = "0 to 1", description = "The smallest value of the table becomes 0, the largest 1. Later rows "
            + "may lie outside.")
        MIN_MAX(Scaling.MIN_MAX),
        @Label(value = "None", description = "Numbers are passed through as they are.")
        NONE(Scaling.NONE);

        private final Scaling scaling;

        ScalingChoice(final Scaling scaling) {
            this.scaling = scaling;
        }

        Scaling scaling() {
            return scaling;
        }
    }

    /** Which descriptors a molecule gets. Stored by name: never rename a constant. */
    enum DescriptorChoice {
        @Label(value = "None", description = "Only the fingerprints.")
        NONE(DescriptorSet.NONE),
        @Label(value = "Twenty", description = "Weight, logP, refractivity, polar surface, hydrogen bond donors and "
            + "acceptors, rotatable bonds, rings and the like.")
        BASIC(DescriptorSet.BASIC),
        @Label(value = "All", description = "About 170: beside the twenty, rings of each kind, connectivity and shape "
            + "indices, molecular quantum numbers, surface areas by logP, refractivity and charge, stereocentres, "
            + "elements and functional groups.")
        ALL(DescriptorSet.ALL);

        private final DescriptorSet set;

        DescriptorChoice(final DescriptorSet set) {
            this.set = set;
        }

        DescriptorSet set() {
            return set;
        }
    }

    @Widget(title = "Molecule columns",
        description = "Columns with molecules: SMILES or molblocks (V2000 or V3000) as text, and the SMILES, SDF and "
            + "RDKit columns of other extensions. Each column gets features of its own, one after the other in the "
            + "order of the table. Choose one for measurements of a molecule, several where each row is a mixture or a "
            + "reaction with a column for each partner, none for reaction SMILES.")
    @ChoicesProvider(MoleculeColumns.class)
    @Layout(FeaturizerRules.MoleculeSection.class)
    @Migration(FeaturizerMigrations.FromSingleColumn.class)
    ColumnFilter m_moleculeColumns = new ColumnFilter();

    @Widget(title = "Keep only the largest fragment", description = "Leaves out counter-ions and solvents: for tables "
        + "in which the same molecule comes as different salts. Not done to reactions, where every molecule counts.")
    @Layout(FeaturizerRules.StandardizationSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_largestFragment;

    @Widget(title = "Neutralise", description = "Adds or removes hydrogen where an atom is charged, so that an acid "
        + "and its anion get the same features. Nitro groups stay, and so do inner salts of ions that have no hydrogen "
        + "to give or no room for it, such as quaternary ammonium or tetrafluoroborate.")
    @Layout(FeaturizerRules.StandardizationSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_neutralize;

    @Widget(title = "Canonical tautomer", description = "Puts mobile hydrogen in its standard place, so that for "
        + "example 2-pyridone and 2-hydroxypyridine get the same features. InChI decides on the place; its forms may "
        + "look unusual. Keto and enol forms stay different, and bonds to metals are cut. RDKit crashes on some "
        + "molecules here; so this runs in processes of its own, and such a molecule goes to the second output.")
    @Layout(FeaturizerRules.StandardizationSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_canonicalTautomer;

    @Widget(title = "Fingerprint", description = "Which substructures of a molecule become features. Morgan, with "
        + "feature Morgan and scaled counts of atom pairs beside it, did best of what was tried and is a good start "
        + "for activities and properties.")
    @ValueReference(FeaturizerRules.FingerprintReference.class)
    @Layout(FeaturizerRules.FingerprintSection.class)
    FingerprintChoice m_fingerprint = FingerprintChoice.MORGAN;

    @Widget(title = "Bits or counts", description = "What the fingerprint says of each substructure. Counts tell "
        + "molecules apart that differ in the number of equal pieces, such as chains of different length.")
    @ValueSwitchWidget
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.HasCounts.class)
    @Layout(FeaturizerRules.FingerprintSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    FingerprintChoice.Values m_fingerprintValues = FingerprintChoice.Values.BITS;

    @Widget(title = "Second fingerprint",
        description = "Stands beside the first: several fingerprints see different things. None for smaller networks.")
    @ValueReference(FeaturizerRules.SecondReference.class)
    @Layout(FeaturizerRules.FingerprintSection.class)
    @Migration(FeaturizerMigrations.FromOneFingerprint.class)
    FingerprintChoice m_secondFingerprint = FingerprintChoice.FEATURE_MORGAN;

    @Widget(title = "Bits or counts of the second", description = "What the second fingerprint says of each "
        + "substructure.")
    @ValueSwitchWidget
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.SecondHasCounts.class)
    @Layout(FeaturizerRules.FingerprintSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    FingerprintChoice.Values m_secondValues = FingerprintChoice.Values.BITS;

    @Widget(title = "Third fingerprint", description = "Stands beside the others.")
    @ValueReference(FeaturizerRules.ThirdReference.class)
    @Layout(FeaturizerRules.FingerprintSection.class)
    @Migration(FeaturizerMigrations.FromOneFingerprint.class)
    FingerprintChoice m_thirdFingerprint = FingerprintChoice.ATOM_PAIR;

    @Widget(title = "Bits or counts of the third", description = "What the third fingerprint says of each "
        + "substructure.")
    @ValueSwitchWidget
    @Advanced
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.ThirdHasCounts.class)
    @Layout(FeaturizerRules.FingerprintSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    FingerprintChoice.Values m_thirdValues = FingerprintChoice.Values.SCALED_COUNTS;

    @Widget(title = "Radius", description = "Number of bonds around each atom that Morgan fingerprints look at: 2 is "
        + "ECFP4 or FCFP4, 3 is ECFP6 or FCFP6.")
    @NumberInputWidget(minValidation = Bounds.AtLeastZero.class,
        maxValidation = FeaturizerRules.AtMostMaxRadius.class)
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.HasRadius.class)
    @Layout(FeaturizerRules.FingerprintSection.class)
    int m_radius = 2;

    @Widget(title = "Number of bits",
        description = "Length of each fingerprint. Longer ones mix up fewer substructures; networks grow with them.")
    @NumberInputWidget(minValidation = FeaturizerRules.AtLeastMinWidth.class,
        maxValidation = FeaturizerRules.AtMostMaxWidth.class)
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.HasLength.class)
    @Layout(FeaturizerRules.FingerprintSection.class)
    int m_length = 2048;

    @Widget(title = "Descriptors", description = "Numbers that describe a molecule as a whole. They are scaled "
        + "with the mean and standard deviation of this table, so that all of them together weigh as much as the bits "
        + "of two fingerprints, and kept within five standard deviations; one that is the same in all its rows stays "
        + "0. One that a molecule does not have counts as the mean.")
    @ValueSwitchWidget
    @Layout(FeaturizerRules.FingerprintSection.class)
    @Migration(FeaturizerMigrations.FromDescriptorSwitch.class)
    DescriptorChoice m_descriptorSet = DescriptorChoice.BASIC;

    @Widget(title = "Categories", description = "Makes features of names of things, such as a catalyst, a solvent or "
        + "an assay: each different value becomes a feature that is 1 where a row has this value and otherwise 0.")
    @ValueReference(FeaturizerRules.Categories.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migration(FeaturizerMigrations.WithCategories.class)
    boolean m_categories;

    @Widget(title = "Categorical columns", description = "Columns of text, whole numbers, or true and false.")
    @ChoicesProvider(CategoryColumns.class)
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.Categories.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    ColumnFilter m_categoricalColumns = new ColumnFilter();

    @Widget(title = "Numbers", description = "Makes features of numbers, such as a temperature or a concentration, or "
        + "descriptors of another node: each column becomes one feature.")
    @ValueReference(FeaturizerRules.Numbers.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migration(FeaturizerMigrations.WithNumbers.class)
    boolean m_numbers;

    @Widget(title = "Numeric columns", description = "Do not choose the target column here: the networks would learn "
        + "to copy it.")
    @ChoicesProvider(TargetColumns.class)
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.Numbers.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    ColumnFilter m_numericColumns = new ColumnFilter();

    @Widget(title = "Scaling of numeric columns", description = "Centre and scale are taken from the rows of this "
        + "table that can be used, and kept: later rows are scaled in the same way.")
    @ValueSwitchWidget
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.Numbers.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    ScalingChoice m_numericScaling = ScalingChoice.STANDARDIZE;

    @Widget(title = "Reactions", description = "Makes features of reaction SMILES, reactants>agents>products: for "
        + "yields, for example. Each chosen role gets features of its own; several molecules of a role are described "
        + "together.")
    @ValueReference(FeaturizerRules.Reactions.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migration(FeaturizerMigrations.WithReactions.class)
    boolean m_reactions;

    @Widget(title = "Reaction columns", description = "Columns with reaction SMILES, reactants>agents>products.")
    @ChoicesProvider(MoleculeColumns.class)
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.Reactions.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    ColumnFilter m_reactionColumns = new ColumnFilter();

    @Widget(title = "Reactants", description = "Whether the reactants get features.")
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.Reactions.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_reactants = true;

    @Widget(title = "Agents", description = "Whether the agents (catalyst, base, solvent and so on) get features.")
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.Reactions.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_agents = true;

    @Widget(title = "Products", description = "Whether the products get features.")
    @Effect(type = EffectType.SHOW, predicate = FeaturizerRules.Reactions.class)
    @Layout(FeaturizerRules.OtherSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_products = true;

    @Widget(title = "New column", description = "Name of the column with the features that is appended.")
    @TextInputWidget
    @Layout(FeaturizerRules.OutputSection.class)
    String m_outputColumn = "Features";

    @Widget(title = "Rows that cannot be used",
        description = "What happens to rows with a molecule that cannot be read, or without a value that is needed.")
    @ValueSwitchWidget
    @Advanced
    @Layout(FeaturizerRules.OutputSection.class)
    BadMolecules m_badMolecules = BadMolecules.SEPARATE;

    @Widget(title = "Missing molecules, roles and categories",
        description = "What happens where a cell is missing or empty, or a reaction has no molecule in a chosen role.")
    @ValueSwitchWidget
    @Advanced
    @Layout(FeaturizerRules.OutputSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    EmptyInputs m_emptyInputs = EmptyInputs.UNUSABLE;

    MoleculeFeaturizerParameters() {
        this((DataTableSpec)null);
    }

    MoleculeFeaturizerParameters(final NodeParametersInput input) {
        this(input.getInTableSpec(0).orElse(null));
    }

    private MoleculeFeaturizerParameters(final DataTableSpec spec) {
        m_moleculeColumns = chosen(spec == null ? null : Columns.guess(spec, Columns.Role.MOLECULE));
    }

    /** @return a choice of one column, or of none when it is {@code null} */
    static ColumnFilter chosen(final String column) {
        return column == null ? new ColumnFilter() : new ColumnFilter(new String[]{column});
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

    /**
     * @return the fingerprints that each molecule gets, in order
     * @throws InvalidSettingsException when one is chosen twice
     */
    List<FingerprintSpec> fingerprints() throws InvalidSettingsException {
        final List<FingerprintSpec> specs = Stream.of(spec(m_fingerprint, m_fingerprintValues),
            spec(m_secondFingerprint, m_secondValues), spec(m_thirdFingerprint, m_thirdValues))
            .flatMap(Optional::stream).toList();
        final List<FingerprintKind> kinds = specs.stream().map(FingerprintSpec::kind).toList();
        for (final FingerprintKind kind : kinds) {
            check(Collections.frequency(kinds, kind) == 1, "The fingerprint '" + kind.id()
                + "' is chosen twice: choose another one or other values, or None.");
        }
        return specs;
    }

    private Optional<FingerprintSpec> spec(final FingerprintChoice choice, final FingerprintChoice.Values values) {
        return choice.kind(values)
            .map(kind -> new FingerprintSpec(kind, m_length, m_radius, values == FingerprintChoice.Values.SCALED_COUNTS));
    }

    private static void check(final boolean valid, final String message) throws InvalidSettingsException {
        if (!valid) {
            throw new InvalidSettingsException(message);
        }
    }
}
