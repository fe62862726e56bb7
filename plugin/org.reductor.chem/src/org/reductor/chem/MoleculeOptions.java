/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.TreeMap;

import org.reductor.core.data.FeatureBlock;

/**
 * How the molecule of a block is found and prepared; stands in the recipe, so that prediction does the same.
 *
 * @param role which part of a reaction SMILES, {@code null} if the column holds molecules
 * @param standardization what is done to the molecule first; of reactions, all fragments are kept
 * @param emptyAllowed whether a missing molecule or an empty role gives no features, instead of making the row unusable
 */
public record MoleculeOptions(ReactionRole role, Standardization standardization, boolean emptyAllowed) {

    /** A column of molecules as they are, each of which must be there. */
    public static final MoleculeOptions DEFAULT = new MoleculeOptions(null, Standardization.NONE, false);

    /** Name of the recipe parameter that allows empty blocks; absent when they are not. */
    static final String EMPTY = "empty";

    private static final String ALLOWED = "allowed";

    /** Several molecules of a role are one text, of which the largest must not be all that is left. */
    public MoleculeOptions {
        standardization = role == null ? standardization : standardization.keepingAllFragments();
    }

    /** Adds what differs from the default to the parameters of a block. */
    void addTo(final TreeMap<String, String> parameters) {
        if (role != null) {
            parameters.put(FeatureBlock.ROLE, role.id());
        }
        if (!standardization.equals(Standardization.NONE)) {
            parameters.put(Standardization.PARAMETER, standardization.id());
        }
        if (emptyAllowed) {
            parameters.put(EMPTY, ALLOWED);
        }
    }

    /** @throws IllegalArgumentException when the block asks for something unknown to this version */
    static MoleculeOptions of(final FeatureBlock block) {
        final String role = block.parameters().get(FeatureBlock.ROLE);
        return new MoleculeOptions(role == null ? null : ReactionRole.ofId(role),
            Standardization.ofId(block.parameters().get(Standardization.PARAMETER)), emptyAllowed(block));
    }

    static boolean emptyAllowed(final FeatureBlock block) {
        return ALLOWED.equals(block.parameters().get(EMPTY));
    }

    /**
     * @param value of the column
     * @return the text of the molecule; {@code null} if there is none and that is allowed
     * @throws UnusableRowException when it is missing, or the text is no reaction
     */
    String text(final String value) throws UnusableRowException {
        if (emptyAllowed && isEmpty(value)) {
            return null;
        }
        final String text = role == null ? value : role.of(value);
        if (role != null && isEmpty(text)) {
            if (emptyAllowed) {
                return null;
            }
            throw new UnusableRowException("The reaction has no " + role.id() + ".");
        }
        return text;
    }

    /** @return the reason, with the part of a reaction that it is about */
    UnusableRowException about(final UnusableRowException reason) {
        return role == null ? reason
            : new UnusableRowException("The " + role.id() + " of the reaction: " + reason.getMessage());
    }

    private static boolean isEmpty(final String text) {
        return text == null || text.isBlank();
    }
}
