/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;

class UnreadableMoleculesTest {

    private static final Featurizer FEATURIZER =
        new Featurizer(Featurizer.recipe("smiles", FingerprintKind.MORGAN, 2048, 2));

    @ParameterizedTest
    @NullSource
    void missingMoleculeIsCalledMissing(final String missing) {
        assertThatThrownBy(() -> FEATURIZER.features(missing)).hasMessage("The molecule is missing.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "\"\" | The molecule is empty.",
        "\"   \" | The molecule is empty.",
        "C( | a branch '(' is never closed",
        "C(((( | 4 branches '(' are never closed",
        "C) | a ')' without its '(' at character 2",
        "C1CC | ring bond 1 is opened but never closed",
        "C%12CC | ring bond 12 is opened but never closed",
        "C%1 | a '%' without a two-digit ring number",
        "C1C1 | check its atoms, bonds and ring numbers",
        "[C | '[' that is never closed",
        "C] | a ']' without its '['",
        "[Xx] | an unknown element in '[Xx]' at character 1",
        "C[Cx2H]C | an unknown element in '[Cx2H]' at character 2",
        "[D]C | an unknown element in '[D]' (deuterium is [2H]) at character 1",
        "[R1]C | '[R1]', an R group, for which a SMILES writes [*] (with a number [*:1]), at character 1",
        "C[] | empty square brackets at character 2",
        "[Nyy] | an unknown element in '[Nyy]'",
        "[OHz] | 'Hz', which cannot follow the element, in '[OHz]' at character 1",
        "CCO. | a dot with no molecule behind it at character 4",
        "CC..CN | two dots without a molecule between them at character 4",
        ".CC | a dot without a molecule before it at character 1",
        "CC= | a bond '=' with no atom behind it at character 3",
        "CC(=)C | a bond '=' with no atom behind it at character 4",
        "xyz | 'x', which is no atom or bond",
        "C>>C | it is a reaction, not a molecule",
        "CN(C)(C)(C)C | Explicit valence for atom # 1 N, 5, is greater than permitted.",
        "c1cccc1 | Can't kekulize mol.",
        "[CH99999999] | is not a possible molecule",
        "\u00e9C | character 1 (U+00E9) is not allowed"})
    void saysWhatIsWrong(final String smiles, final String reason) {
        assertThatThrownBy(() -> FEATURIZER.features(smiles)).isInstanceOf(UnusableRowException.class)
            .hasMessageContaining(reason).message().endsWith(".").doesNotContain("\n", "Exception");
    }

    @Test
    void controlCharactersAreRefusedRatherThanSkipped() {
        assertThatThrownBy(() -> FEATURIZER.features("C\u0000C")).hasMessageContaining("U+0000");
    }

    @Test
    void hugeMoleculesAreRefusedBeforeTheyTakeMinutes() {
        assertThatThrownBy(() -> FEATURIZER.features("C".repeat(3_000)))
            .hasMessage("The molecule is too large: 3,000 atoms, where at most 1,000 are read.");
        assertThatThrownBy(() -> FEATURIZER.features("C".repeat(30_000)))
            .hasMessage("The SMILES is too long: 30,000 characters, where at most 20,000 are read.");
        assertThatThrownBy(() -> FEATURIZER.features("(C".repeat(9_000))).hasMessageContaining("...' cannot be read");
    }

    @Test
    void hugeMolblocksAreRefused() {
        final var atoms = new StringBuilder("\n\n\n  0  0  0     0  0            999 V3000\nM  V30 BEGIN CTAB\n"
            + "M  V30 COUNTS 1500 0 0 0 0\nM  V30 BEGIN ATOM\n");
        for (int i = 1; i <= 1_500; i++) {
            atoms.append("M  V30 ").append(i).append(" C 0 0 0 0\n");
        }
        atoms.append("M  V30 END ATOM\nM  V30 END CTAB\nM  END\n");

        assertThatThrownBy(() -> FEATURIZER.features(atoms.toString()))
            .hasMessage("The molecule is too large: 1,500 atoms, where at most 1,000 are read.");
        assertThatThrownBy(() -> FEATURIZER.features("\n".repeat(2_000_000) + "M  END"))
            .hasMessageContaining("too long: 2,000,006 characters");
    }

    /** Their pi electrons cannot be counted, which RDKit reports as "Unknown exception". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"N->[Pt](<-N)(Cl)Cl | dative bond between N and Pt",
        "[Si]~[Hg] | unspecified bond between Si and Hg"})
    void unusualBondsAreNamedWhereAFingerprintDoesNotTakeThem(final String smiles, final String bond)
        throws UnusableRowException {
        for (final FingerprintKind kind : List.of(FingerprintKind.ATOM_PAIR, FingerprintKind.TORSION,
            FingerprintKind.ATOM_PAIR_COUNT, FingerprintKind.TORSION_COUNT)) {
            final var featurizer = new Featurizer(Featurizer.recipe("smiles", kind, 64, 2));

            assertThatThrownBy(() -> featurizer.features(smiles)).hasMessage("The features of '" + smiles
                + "' cannot be calculated: the features '" + kind.id() + "' do not take its " + bond + ".");
        }
        assertThat(FEATURIZER.features(smiles).columns()).isNotEmpty();
    }

    @Test
    void brokenMolblocksAreReported() {
        assertThatThrownBy(() -> FEATURIZER.features("CCO\nCCN")).hasMessageContaining("molblock");
        assertThatThrownBy(() -> FEATURIZER.features("\n  x\n\n  2  9  0  0  0  0            999 V2000\nM  END"))
            .hasMessageContaining("The molblock cannot be read");
        assertThatThrownBy(() -> FEATURIZER.features("a\nb\nc\nd\ne\n")).hasMessageContaining("molblock");
    }

    @Test
    void randomTextNeverCrashes() {
        final String alphabet = "CNOPSFcnos[]()=#123%.@+-/\\HlBr*:$";
        final Random random = new Random(20201);
        int readable = 0;
        for (int i = 0; i < 3_000; i++) {
            final StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertThat(FEATURIZER.features(text.toString()).columns()).isSorted();
                readable++;
            } catch (UnusableRowException e) {
                assertThat(e.getMessage()).as(text.toString()).startsWith("The ").endsWith(".");
            }
        }
        assertThat(readable).isPositive();
    }
}
