/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.List;
import java.util.Random;

/** Text that nobody would take for a molecule, and molecules that somebody has spoilt; the same for the same number. */
final class HostileMolecules {

    private static final List<String> SEEDS = List.of("CC(=O)Oc1ccccc1C(=O)O", "CN1C=NC2=C1C(=O)N(C(=O)N2C)C",
        "C[C@H](N)C(=O)O", "[Na+].[Cl-]", "c1ccc2[nH]ccc2c1", "F/C=C/F", "OC1CCC(CC1)N1CCOCC1", "O=S(=O)(N)c1ccccc1",
        "[13CH3]C#N", "B(O)(O)c1ccncc1", "C1CC1.C1CC1>>C1CCCCC1", "[Fe]", "N[Pt](N)(Cl)Cl",
        "\n  x\n\n  2  1  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n"
            + "    1.5000    0.0000    0.0000 O   0  0\n  1  2  1  0\nM  END\n");

    private static final String ALPHABET = "CNOPSFIBrclnospbH[]()=#-+$:/\\@.%0123456789*>~^!{}<\"' \t\n\u00e4\u2028\ud83d\ude00\0";

    private HostileMolecules() {
    }

    static String of(final int number) {
        final Random random = new Random(31L * number + 7);
        return switch (number % 10) {
            case 0 -> noise(random, 1 + random.nextInt(60));
            case 1 -> repeated(random);
            case 2, 3, 4 -> changed(random, SEEDS.get(random.nextInt(SEEDS.size())), 1);
            case 5, 6 -> changed(random, SEEDS.get(random.nextInt(SEEDS.size())), 2 + random.nextInt(6));
            case 7 -> joined(random);
            case 8 -> atom(random);
            default -> changed(random, SEEDS.get(SEEDS.size() - 1), 1 + random.nextInt(4));
        };
    }

    private static String noise(final Random random, final int length) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Depth, length, rings and numbers beyond any sense. */
    private static String repeated(final Random random) {
        final int times = 1 << random.nextInt(11);
        return switch (random.nextInt(8)) {
            case 0 -> "C(".repeat(times) + "C" + ")".repeat(times);
            case 1 -> "(".repeat(times);
            case 2 -> "[".repeat(times) + "C";
            case 3 -> "C".repeat(times);
            case 4 -> "C1".repeat(times);
            case 5 -> "C%" + times + "CC%" + times;
            case 6 -> "C.".repeat(times) + "C";
            default -> "c1ccccc1".repeat(Math.min(times, 64));
        };
    }

    private static String changed(final Random random, final String molecule, final int changes) {
        final StringBuilder text = new StringBuilder(molecule);
        for (int i = 0; i < changes && text.length() > 0; i++) {
            final int at = random.nextInt(text.length());
            final char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, other);
                case 1 -> text.insert(at, other);
                case 2 -> text.deleteCharAt(at);
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }

    private static String joined(final Random random) {
        final String one = SEEDS.get(random.nextInt(SEEDS.size()));
        final String other = SEEDS.get(random.nextInt(SEEDS.size()));
        return one.substring(random.nextInt(one.length())) + other.substring(0, random.nextInt(other.length()));
    }

    private static String atom(final Random random) {
        final String[] elements = {"C", "N", "Xx", "U", "Og", "H", "*", "R1", "#6", "#255", "c", "se", "Zz", ""};
        final String[] signs = {"", "+", "-", "++", "+99", "-999999999999", "@@", "@TB19", "H99", "H", ":1", ":99999999"};
        return "C[" + (random.nextBoolean() ? "" : Integer.toString(random.nextInt(100_000)))
            + elements[random.nextInt(elements.length)] + signs[random.nextInt(signs.length)]
            + signs[random.nextInt(signs.length)] + "]" + (random.nextBoolean() ? "C" : "");
    }
}
