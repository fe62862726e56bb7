/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.RDKit.ExplicitBitVect;
import org.RDKit.RDKFuncs;
import org.RDKit.ROMol;

/**
 * The fingerprints that can be named in a recipe. {@link #id()} is what stands in model files: never change one; a
 * calculation that would give other bits for the same molecule needs a new id.
 */
public enum FingerprintKind {

    /** Circular, by connectivity; radius 2 is ECFP4. */
    MORGAN("morgan"),
    /** Circular, by pharmacophore features; radius 2 is FCFP4. */
    FEATURE_MORGAN("feature-morgan"),
    /** Paths and branched subgraphs of one to seven bonds, two bits each. */
    RDKIT("rdkit"),
    /** Pairs of atoms with their distance (Carhart 1985), counts simulated by several bits. */
    ATOM_PAIR("atom-pair"),
    /** Chains of four bonded atoms (Nilakantan 1987), counts simulated by several bits. */
    TORSION("torsion"),
    /** The 166 public MACCS keys; bit 0 is never set, so that bit n is key n. */
    MACCS("maccs"),
    /** Avalon toolkit fingerprint (Gedeck 2006) with its bits for similarity. */
    AVALON("avalon"),
    /** How often each surrounding of {@link #MORGAN} occurs. */
    MORGAN_COUNT("morgan-count"),
    /** How often each surrounding of {@link #FEATURE_MORGAN} occurs. */
    FEATURE_MORGAN_COUNT("feature-morgan-count"),
    /** How often each pair of {@link #ATOM_PAIR} occurs. */
    ATOM_PAIR_COUNT("atom-pair-count"),
    /** How often each chain of {@link #TORSION} occurs. */
    TORSION_COUNT("torsion-count");

    /** Name of the one parameter of their own that circular fingerprints have: bonds around each atom. */
    public static final String RADIUS = "radius";

    /** Width of {@link #MACCS}, which cannot be chosen. */
    public static final int MACCS_WIDTH = 167;

    /** Smallest width that can be chosen. */
    public static final int MIN_WIDTH = 16;

    /** Largest width that can be chosen. */
    public static final int MAX_WIDTH = 1 << 20;

    /** Largest radius that can be chosen. */
    public static final int MAX_RADIUS = 10;

    private final String id;

    FingerprintKind(final String id) {
        this.id = id;
    }

    /** @return the kind's name in recipes */
    public String id() {
        return id;
    }

    /** @return whether the kind has a radius */
    public boolean hasRadius() {
        return switch (this) {
            case MORGAN, FEATURE_MORGAN, MORGAN_COUNT, FEATURE_MORGAN_COUNT -> true;
            default -> false;
        };
    }

    /** @return whether features are counts instead of bits */
    public boolean isCount() {
        return id.endsWith("-count");
    }

    /**
     * What counts are divided by to weigh as much as bits do: a drug-like molecule sets some 50 Morgan bits, and its
     * counts, divided, have about the same sum of squares. Atom pairs as they are would have 2,000 and drown all else;
     * see docs/defaults.md.
     *
     * @return the divisor; 1 for bits
     */
    public double unit() {
        return switch (this) {
            case MORGAN_COUNT -> 2.5;
            case FEATURE_MORGAN_COUNT -> 3.5;
            case ATOM_PAIR_COUNT -> 7;
            case TORSION_COUNT -> 2;
            default -> 1;
        };
    }

    /**
     * @return whether RDKit's calculation must not run in this process, because it ends that at some molecules (Avalon
     *         at numbered atoms of a molblock) or takes minutes and more over others (paths in metal clusters, keys in
     *         meshes of small rings)
     */
    boolean needsOwnProcess() {
        return this == AVALON || this == MACCS || this == RDKIT;
    }

    /** @return the kind that counts what this one only notes, where RDKit has one */
    public Optional<FingerprintKind> counts() {
        return switch (this) {
            case MORGAN -> Optional.of(MORGAN_COUNT);
            case FEATURE_MORGAN -> Optional.of(FEATURE_MORGAN_COUNT);
            case ATOM_PAIR -> Optional.of(ATOM_PAIR_COUNT);
            case TORSION -> Optional.of(TORSION_COUNT);
            default -> Optional.empty();
        };
    }

    /** @return whether {@code id} names a fingerprint, and not another kind of block */
    static boolean isFingerprint(final String id) {
        return Arrays.stream(values()).anyMatch(kind -> kind.id.equals(id));
    }

    /** @return the width that will be used when the user asks for {@code requested} bits */
    public int width(final int requested) {
        return this == MACCS ? MACCS_WIDTH : requested;
    }

    /** @return the recipe parameters of this kind for a radius, which kinds without one ignore */
    public SortedMap<String, String> parameters(final int radius) {
        return hasRadius() ? new TreeMap<>(Map.of(RADIUS, Integer.toString(radius))) : new TreeMap<>();
    }

    /**
     * @param id as in a recipe
     * @return the kind
     * @throws IllegalArgumentException for an unknown id, naming it and the known ones
     */
    public static FingerprintKind ofId(final String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("The fingerprint kind '" + id
                + "' is not known to this version of Reductor. Known kinds: "
                + Arrays.stream(values()).map(FingerprintKind::id).collect(Collectors.joining(", ")) + "."));
    }

    /** Makes the calculation, of counts divided by a unit; arguments have been checked by {@link Featurizer}. */
    MoleculeFeatures create(final int width, final int radius, final double unit) {
        return switch (this) {
            case MORGAN -> new MorganFingerprint(width, radius, false);
            case FEATURE_MORGAN -> new MorganFingerprint(width, radius, true);
            case RDKIT -> new PlainFingerprint(width, (m, w) -> RDKFuncs.RDKFingerprintMol(m, 1, 7, w));
            case ATOM_PAIR -> new PlainFingerprint(width, RDKFuncs::getHashedAtomPairFingerprintAsBitVect);
            case TORSION -> new PlainFingerprint(width, RDKFuncs::getHashedTopologicalTorsionFingerprintAsBitVect);
            case MACCS -> new PlainFingerprint(width, (m, w) -> RDKFuncs.MACCSFingerprintMol(m));
            case AVALON -> new PlainFingerprint(width, FingerprintKind::avalon);
            case MORGAN_COUNT -> CountFingerprint.morgan(width, radius, false, unit);
            case FEATURE_MORGAN_COUNT -> CountFingerprint.morgan(width, radius, true, unit);
            case ATOM_PAIR_COUNT -> CountFingerprint.atomPairs(width, unit);
            case TORSION_COUNT -> CountFingerprint.torsions(width, unit);
        };
    }

    /**
     * @param width number of bits or counts
     * @param radius bonds around each atom
     * @return what tells which atoms a bit or count is about; empty where RDKit's Java library tells no way to know
     */
    Optional<FeatureAtoms> atoms(final int width, final int radius) {
        return switch (this) {
            case MORGAN, MORGAN_COUNT -> Optional.of(new SurroundingAtoms(width, radius, false));
            case FEATURE_MORGAN, FEATURE_MORGAN_COUNT -> Optional.of(new SurroundingAtoms(width, radius, true));
            case RDKIT -> Optional.of(new PathAtoms(width));
            case ATOM_PAIR -> Optional.of(LeftOutAtoms.ofPairBits(width));
            case ATOM_PAIR_COUNT -> Optional.of(LeftOutAtoms.ofPairCounts(width));
            case TORSION -> Optional.of(LeftOutAtoms.ofTorsionBits(width));
            case TORSION_COUNT -> Optional.of(LeftOutAtoms.ofTorsionCounts(width));
            case MACCS, AVALON -> Optional.empty();
        };
    }

    private static ExplicitBitVect avalon(final ROMol molecule, final int width) {
        final var bits = new ExplicitBitVect(width);
        // The Avalon toolkit keeps global state: one molecule at a time.
        synchronized (FingerprintKind.class) {
            try {
                RDKFuncs.getAvalonFP(molecule, bits, width, false, true, RDKFuncs.getAvalonSimilarityBits());
            } catch (RuntimeException e) {
                bits.delete();
                throw e;
            }
        }
        return bits;
    }
}
