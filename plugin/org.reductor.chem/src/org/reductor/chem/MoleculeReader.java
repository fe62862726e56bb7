/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Locale;

import org.RDKit.MolSanitizeException;
import org.RDKit.RWMol;

/**
 * Reads a molecule from SMILES or molblock text (V2000 or V3000), which are told apart by their line breaks.
 * <p>
 * RDKit is native code that forgives too much in places (it skips characters that are not ASCII) and takes minutes for
 * text of thousands of atoms, so both are refused before it sees them.
 */
final class MoleculeReader {

    /** Atoms above which a molecule is refused: RDKit's time grows faster than the square of it (1,000: under 1 s). */
    static final int MAX_ATOMS = 1_000;

    /** Characters above which SMILES text is refused unseen. */
    static final int MAX_SMILES_CHARACTERS = 20_000;

    /** Characters above which a molblock is refused unseen; {@link #MAX_ATOMS} atoms need about a tenth of it. */
    static final int MAX_MOLBLOCK_CHARACTERS = 1_000_000;

    /** No line that describes an atom in a molblock is shorter; so short text need not be read twice to count atoms. */
    private static final int MIN_CHARACTERS_PER_ATOM = 16;

    /** What RDKit's silence about a text means. */
    private static final String NO_REASON = "its text does not follow the format.";

    private MoleculeReader() {
    }

    /**
     * @param text SMILES (a name may follow after a blank) or molblock; {@code null} for a missing value
     * @return the molecule, sanitised; the caller must {@code delete()} it
     * @throws UnusableRowException with the reason in plain words
     */
    static RWMol read(final String text) throws UnusableRowException {
        if (text == null) {
            throw new UnusableRowException("The molecule is missing.");
        }
        if (text.isBlank()) {
            throw new UnusableRowException("The molecule is empty.");
        }
        checkLength(text);
        final RWMol molecule =
            isMolblock(text) ? readMolblock(Molblock.withHeader(text)) : readSmiles(firstToken(text));
        final long atoms = molecule.getNumAtoms();
        if (atoms == 0) {
            molecule.delete();
            throw new UnusableRowException("The molecule has no atoms.");
        }
        return molecule;
    }

    /** A SMILES is a single line; a molblock has three header lines, which may all be blank, and a counts line. */
    static boolean isMolblock(final String text) {
        return text.strip().lines().limit(2).count() > 1 || text.stripTrailing().lines().limit(4).count() > 3;
    }

    private static String firstToken(final String text) {
        final String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (Character.isWhitespace(stripped.charAt(i))) {
                return stripped.substring(0, i);
            }
        }
        return stripped;
    }

    private static RWMol readSmiles(final String smiles) throws UnusableRowException {
        for (int i = 0; i < smiles.length(); i++) {
            final char c = smiles.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new UnusableRowException(String.format(Locale.ENGLISH,
                    "The SMILES %s cannot be read: character %d (U+%04X) is not allowed in a SMILES.", quote(smiles),
                    i + 1, (int)c));
            }
        }
        if (smiles.length() > MAX_ATOMS) {
            checkAtoms(() -> RWMol.MolFromSmiles(smiles, 0, false));
        }
        final RWMol molecule = parse("SMILES " + quote(smiles), () -> RWMol.MolFromSmiles(smiles));
        if (molecule == null) {
            throw new UnusableRowException("The SMILES " + quote(smiles) + " cannot be read"
                + SmilesDiagnosis.explain(smiles).map(reason -> ": " + reason + ".")
                    .orElse(": check its atoms, bonds and ring numbers."));
        }
        return molecule;
    }

    private static RWMol readMolblock(final String molblock) throws UnusableRowException {
        if (molblock.length() > MAX_ATOMS * MIN_CHARACTERS_PER_ATOM) {
            checkAtoms(() -> RWMol.MolFromMolBlock(molblock, false));
        }
        final RWMol molecule = parse("molblock", () -> RWMol.MolFromMolBlock(molblock));
        if (molecule == null) {
            throw new UnusableRowException(
                "The text has several lines, so it was taken for a molblock, but it is not a valid one.");
        }
        return molecule;
    }

    /** @throws UnusableRowException when the text is too long to be looked at */
    static void checkLength(final String text) throws UnusableRowException {
        final boolean molblock = isMolblock(text);
        final int length = molblock ? text.length() : firstToken(text).length();
        final int limit = molblock ? MAX_MOLBLOCK_CHARACTERS : MAX_SMILES_CHARACTERS;
        if (length > limit) {
            throw new UnusableRowException(String.format(Locale.ENGLISH,
                "The %s is too long: %,d characters, where at most %,d are read.", molblock ? "molblock" : "SMILES",
                length, limit));
        }
    }

    /** Reads without RDKit's costly clean-up, only to count; text that cannot be read is left to the real reading. */
    private static void checkAtoms(final Parse parse) throws UnusableRowException {
        final RWMol raw;
        try {
            raw = parse.run();
        } catch (RuntimeException e) {
            RdkitMessages.reason(e); // frees it; the real reading that follows reports it
            return;
        }
        if (raw != null) {
            final long atoms = raw.getNumAtoms();
            raw.delete();
            if (atoms > MAX_ATOMS) {
                throw new UnusableRowException(String.format(Locale.ENGLISH,
                    "The molecule is too large: %,d atoms, where at most %,d are read.", atoms, MAX_ATOMS));
            }
        }
    }

    private static RWMol parse(final String what, final Parse parse) throws UnusableRowException {
        try {
            return parse.run();
        } catch (MolSanitizeException e) {
            throw new UnusableRowException(
                "The " + what + " is not a possible molecule: " + RdkitMessages.reason(e).orElse(NO_REASON));
        } catch (RuntimeException e) {
            throw new UnusableRowException(
                "The " + what + " cannot be read: " + RdkitMessages.reason(e).orElse(NO_REASON));
        }
    }

    /** What messages call a molecule; a molblock has no name to rely on, and too many lines. */
    static String named(final String text) {
        return isMolblock(text) ? "the molblock" : quote(firstToken(text));
    }

    /** The text in quotes, cut where it would swamp a table cell. */
    static String quote(final String text) {
        return text.length() <= 60 ? "'" + text + "'" : "'" + text.substring(0, 57) + "...'";
    }

    private interface Parse {
        RWMol run();
    }
}
