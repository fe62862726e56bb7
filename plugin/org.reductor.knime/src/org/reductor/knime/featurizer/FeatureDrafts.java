/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.reductor.chem.FeatureBlocks;
import org.reductor.chem.MoleculeOptions;
import org.reductor.chem.ReactionRole;
import org.reductor.chem.Standardization;
import org.reductor.core.data.FeatureBlock;
import org.reductor.core.data.Limits;
import org.reductor.knime.column.Columns;
import org.reductor.knime.column.Columns.Role;
import org.reductor.knime.column.NumbersAsText;
import org.reductor.knime.featurizer.MoleculeFeaturizerParameters.EmptyInputs;

/** The blocks that the settings ask for: molecules, reactions, categories, numbers, each in the order of the table. */
final class FeatureDrafts {

    private final DataTableSpec spec;

    private final MoleculeFeaturizerParameters parameters;

    private final List<FeatureBlock> blocks = new ArrayList<>();

    private FeatureDrafts(final DataTableSpec spec, final MoleculeFeaturizerParameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
    }

    /**
     * @param spec the input table
     * @param parameters the settings
     * @return the blocks, some of which may be drafts
     * @throws InvalidSettingsException when a chosen column is not there or does not fit, nothing is chosen, or there
     *             would be too many features
     */
    static List<FeatureBlock> of(final DataTableSpec spec, final MoleculeFeaturizerParameters parameters)
        throws InvalidSettingsException {
        final var drafts = new FeatureDrafts(spec, parameters);
        drafts.add();
        try {
            Limits.requireFeatures(drafts.blocks.stream().mapToLong(FeatureBlock::width).sum());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        return drafts.blocks;
    }

    private void add() throws InvalidSettingsException {
        final boolean emptyAllowed = parameters.m_emptyInputs == EmptyInputs.EMPTY;
        final var standardization =
            new Standardization(parameters.m_largestFragment, parameters.m_neutralize,
                parameters.m_canonicalTautomer);
        final List<String> molecules = columns(Role.MOLECULE, parameters.m_moleculeColumns);
        final List<String> reactions =
            columns(Role.REACTION, "Reactions", parameters.m_reactions, parameters.m_reactionColumns);
        final List<String> categories =
            columns(Role.CATEGORY, "Categories", parameters.m_categories, parameters.m_categoricalColumns);
        final List<String> numbers =
            columns(Role.NUMBER, "Numbers", parameters.m_numbers, parameters.m_numericColumns);
        if (molecules.isEmpty() && reactions.isEmpty() && categories.isEmpty() && numbers.isEmpty()) {
            Columns.require(spec, Role.MOLECULE, null); // says what could be chosen
        }
        for (final String column : molecules) {
            addMolecule(column, new MoleculeOptions(null, standardization, emptyAllowed));
        }
        for (final String column : reactions) {
            for (final ReactionRole role : roles()) {
                addMolecule(column, new MoleculeOptions(role, standardization, emptyAllowed));
            }
        }
        categories.forEach(column -> blocks.add(FeatureBlocks.oneHot(column, emptyAllowed)));
        numbers.forEach(column -> blocks.add(FeatureBlocks.numeric(column, parameters.m_numericScaling.scaling())));
    }

    private void addMolecule(final String column, final MoleculeOptions options) throws InvalidSettingsException {
        final List<FeatureBlock> made = FeatureBlocks.molecule(column, parameters.fingerprints(),
            parameters.m_descriptorSet.set(), options);
        if (made.isEmpty()) {
            throw new InvalidSettingsException("Nothing is to be made of the molecules in '" + column
                + "': choose a fingerprint or descriptors, or leave out the column.");
        }
        blocks.addAll(made);
    }

    private List<ReactionRole> roles() throws InvalidSettingsException {
        final List<ReactionRole> roles = new ArrayList<>(List.of(ReactionRole.values()));
        if (!parameters.m_reactants) {
            roles.remove(ReactionRole.REACTANTS);
        }
        if (!parameters.m_agents) {
            roles.remove(ReactionRole.AGENTS);
        }
        if (!parameters.m_products) {
            roles.remove(ReactionRole.PRODUCTS);
        }
        if (roles.isEmpty()) {
            throw new InvalidSettingsException(
                "A reaction column is chosen, but no role: choose reactants, agents or products.");
        }
        return roles;
    }

    private List<String> columns(final Role role, final String title, final boolean asked, final ColumnFilter filter)
        throws InvalidSettingsException {
        final List<String> columns = asked ? columns(role, filter) : List.of();
        if (asked && columns.isEmpty()) {
            throw new InvalidSettingsException("'" + title + "' is on, but no " + role.label()
                + " column is chosen: choose one, or switch it off.");
        }
        return columns;
    }

    private List<String> columns(final Role role, final ColumnFilter filter) throws InvalidSettingsException {
        final List<DataColumnSpec> fitting = spec.stream().filter(role::fits).toList();
        final List<String> columns = new ArrayList<>(Arrays.asList(filter.filter(fitting)));
        for (final String missing : filter.getMissingSelected(fitting)) {
            if (role == Role.NUMBER) {
                NumbersAsText.require(spec, "input table", role, missing); // which value makes it text, the rows tell
                columns.add(missing);
            } else {
                Columns.require(spec, role, missing); // does not fit or is not there: says which
            }
        }
        return columns;
    }
}
