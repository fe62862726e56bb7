/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a molecule does in a reaction: its place in a reaction SMILES, {@code reactants>agents>products}. */
public enum ReactionRole {

    /** What reacts: before the first {@code >}. */
    REACTANTS,
    /** Catalysts, bases, solvents and the like: between the two. */
    AGENTS,
    /** What comes out: after the second. */
    PRODUCTS;

    /** What separates the roles; the arrow of a dative bond, "->", does not. */
    private static final Pattern SEPARATOR = Pattern.compile("(?<!-)>");

    /** @return the role's name in recipes and messages */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param id as in a recipe
     * @return the role
     * @throws IllegalArgumentException for an unknown one, naming it
     */
    static ReactionRole ofId(final String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst().orElseThrow(
            () -> new IllegalArgumentException("The reaction role '" + id + "' is not reactants, agents or products."));
    }

    /**
     * Takes the molecules of this role out of a reaction.
     *
     * @param reaction reaction SMILES; a name or coordinates may follow after a blank
     * @return the SMILES of the molecules, joined by dots; empty when there are none
     * @throws UnusableRowException when the text is missing or not a reaction SMILES
     */
    @SuppressWarnings("EnumOrdinal") // the roles stand in the order of a reaction SMILES
    String of(final String reaction) throws UnusableRowException {
        if (reaction == null) {
            throw new UnusableRowException("The reaction is missing.");
        }
        if (reaction.isBlank()) {
            throw new UnusableRowException("The reaction is empty.");
        }
        final String smiles = reaction.strip().split("\\s", 2)[0];
        final String[] parts = SEPARATOR.split(smiles, -1);
        if (parts.length != values().length) {
            throw new UnusableRowException("The text " + MoleculeReader.quote(smiles) + " is not a reaction SMILES: "
                + "reactants, agents and products must be set apart by two '>', but it has " + (parts.length - 1)
                + ".");
        }
        return parts[ordinal()];
    }
}
