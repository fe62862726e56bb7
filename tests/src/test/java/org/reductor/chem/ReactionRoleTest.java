/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.SparseRow;

class ReactionRoleTest {

    private static final String REACTION = "CCO.CC(=O)O>[H+]>CC(=O)OCC.O";

    private static Featurizer featurizer(final boolean emptyAllowed, final ReactionRole... roles) {
        return new Featurizer(new FeatureRecipe(Arrays.stream(roles)
            .map(role -> FeatureBlocks.fingerprint("rxn", FingerprintKind.MORGAN, 256, 2,
                new MoleculeOptions(role, Standardization.NONE, emptyAllowed)))
            .toList()));
    }

    private static int[] molecule(final String smiles) throws UnusableRowException {
        return new Featurizer(Featurizer.recipe("m", FingerprintKind.MORGAN, 256, 2)).features(smiles).columns();
    }

    @Test
    void eachRoleHasItsOwnBlockOfAllItsMolecules() throws UnusableRowException {
        final SparseRow row =
            featurizer(false, ReactionRole.REACTANTS, ReactionRole.AGENTS, ReactionRole.PRODUCTS).features(REACTION);

        assertThat(Arrays.stream(row.columns()).filter(c -> c < 256).toArray())
            .containsExactly(molecule("CCO.CC(=O)O"));
        assertThat(Arrays.stream(row.columns()).filter(c -> c >= 256 && c < 512).map(c -> c - 256).toArray())
            .containsExactly(molecule("[H+]"));
        assertThat(Arrays.stream(row.columns()).filter(c -> c >= 512).map(c -> c - 512).toArray())
            .containsExactly(molecule("CC(=O)OCC.O"));
    }

    @Test
    void recipeOfRolesSurvivesTheModelFile() throws UnusableRowException {
        final Featurizer featurizer = featurizer(true, ReactionRole.PRODUCTS, ReactionRole.AGENTS);
        final var copy = new Featurizer(FeatureRecipe.fromJson(featurizer.recipe().toJson()));

        assertThat(copy.features("C>>N")).isEqualTo(featurizer.features("C>>N"));
        assertThat(Featurizer.sources(copy.recipe()))
            .containsExactly(new SourceColumn("rxn", SourceColumn.Content.REACTION));
    }

    @Test
    void emptyRoleIsNamedOrLeftEmpty() throws UnusableRowException {
        assertThatThrownBy(() -> featurizer(false, ReactionRole.REACTANTS, ReactionRole.AGENTS).features("C>>N"))
            .isInstanceOf(UnusableRowException.class).hasMessage("The reaction has no agents.");
        assertThat(featurizer(true, ReactionRole.REACTANTS, ReactionRole.AGENTS).features("C>>N").columns())
            .containsExactly(molecule("C"));
        assertThat(featurizer(false, ReactionRole.REACTANTS, ReactionRole.PRODUCTS).features("C>>N").size())
            .isEqualTo(molecule("C").length + molecule("N").length);
    }

    @Test
    void unreadableMoleculeNamesItsRole() {
        assertThatThrownBy(() -> featurizer(true, ReactionRole.PRODUCTS).features("C>>C("))
            .hasMessage("The products of the reaction: The SMILES 'C(' cannot be read: a branch '(' is never closed.");
    }

    @Test
    void textThatIsNoReactionIsRefused() {
        final Featurizer featurizer = featurizer(false, ReactionRole.REACTANTS);
        assertThatThrownBy(() -> featurizer.features((String)null)).hasMessage("The reaction is missing.");
        assertThatThrownBy(() -> featurizer.features(" ")).hasMessage("The reaction is empty.");
        assertThatThrownBy(() -> featurizer.features("CCO")).hasMessageContaining("'CCO' is not a reaction SMILES")
            .hasMessageContaining("two '>', but it has 0");
        assertThatThrownBy(() -> featurizer.features("C>C>C>C")).hasMessageContaining("it has 3");
    }

    @Test
    void whatFollowsTheReactionAndArrowsOfDativeBondsAreNotRoles() throws UnusableRowException {
        assertThat(ReactionRole.PRODUCTS.of(" C>>N |f:0.1| name > x")).isEqualTo("N");
        assertThat(ReactionRole.AGENTS.of("C>N->[Pd]>O")).isEqualTo("N->[Pd]");
        assertThat(ReactionRole.AGENTS.of("C>[Cl-]>O")).isEqualTo("[Cl-]");
    }

    @Test
    void largestFragmentIsNotTakenOfReactions() {
        final var options = new MoleculeOptions(ReactionRole.REACTANTS, new Standardization(true, true, false), false);

        assertThat(options.standardization()).isEqualTo(new Standardization(false, true, false));
    }

    @Test
    void unknownRolesInRecipesAreNamed() {
        assertThatThrownBy(() -> new Featurizer(FeatureRecipe.fromJson(
            featurizer(false, ReactionRole.AGENTS).recipe().toJson().replace("agents", "spectators"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'spectators'");
        assertThat(List.of(ReactionRole.values())).extracting(ReactionRole::id)
            .containsExactly("reactants", "agents", "products");
    }
}
