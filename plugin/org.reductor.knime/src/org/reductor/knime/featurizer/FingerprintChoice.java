/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import java.util.Optional;

import org.knime.node.parameters.widget.choices.Label;
import org.reductor.chem.FingerprintKind;

/** The fingerprint kinds with their names in the dialog. Stored by name: never rename a constant. */
enum FingerprintChoice {

    @Label(value = "Morgan (ECFP)", description = "Circular: the surroundings of every atom up to the radius, atoms "
        + "told apart by their connectivity. Radius 2 corresponds to ECFP4.")
    MORGAN(FingerprintKind.MORGAN),

    @Label(value = "Feature Morgan (FCFP)", description = "Circular, but atoms are told apart by what they do: donor, "
        + "acceptor, aromatic, halogen, basic, acidic. Radius 2 corresponds to FCFP4.")
    FEATURE_MORGAN(FingerprintKind.FEATURE_MORGAN),

    @Label(value = "RDKit", description = "Paths and branched pieces of one to seven bonds.")
    RDKIT(FingerprintKind.RDKIT),

    @Label(value = "Atom pairs", description = "Pairs of atoms with the number of bonds between them.")
    ATOM_PAIR(FingerprintKind.ATOM_PAIR),

    @Label(value = "Topological torsions", description = "Chains of four bonded atoms.")
    TORSION(FingerprintKind.TORSION),

    @Label(value = "MACCS keys", description = "166 predefined structural questions; always 167 bits, of which bit 0 "
        + "is never set.")
    MACCS(FingerprintKind.MACCS),

    @Label(value = "Avalon", description = "The fingerprint of the Avalon toolkit. It works on one molecule at a time.")
    AVALON(FingerprintKind.AVALON),

    @Label(value = "None", description = "No fingerprint, only the other features.")
    NONE(null);

    private final FingerprintKind kind;

    FingerprintChoice(final FingerprintKind kind) {
        this.kind = kind;
    }

    /** @return the kind of block, empty when no fingerprint is wanted */
    Optional<FingerprintKind> kind(final Values values) {
        final Optional<FingerprintKind> bits = Optional.ofNullable(kind);
        return values != Values.BITS ? bits.flatMap(FingerprintKind::counts).or(() -> bits) : bits;
    }

    /** @return whether the number of bits can be chosen */
    boolean hasLength() {
        return this != MACCS && this != NONE;
    }

    /** What a fingerprint says of each substructure. */
    enum Values {
        @Label(value = "Bits", description = "Whether it occurs.")
        BITS,
        @Label(value = "Counts", description = "How often it occurs.")
        COUNTS,
        @Label(value = "Scaled counts", description = "How often it occurs, divided by a fixed number for each kind, so "
            + "that all counts of a molecule weigh about as much as the bits of a Morgan fingerprint.")
        SCALED_COUNTS
    }
}
