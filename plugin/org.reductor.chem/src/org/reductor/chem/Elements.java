/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.Set;

/** The symbols of the elements, up to 118. */
final class Elements {

    private static final Set<String> SYMBOLS = Set.of(("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr "
        + "Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd "
        + "Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm "
        + "Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og").split(" "));

    private static final Set<String> AROMATIC = Set.of("b", "c", "n", "o", "p", "s", "as", "se", "si", "te");

    private Elements() {
    }

    /** @return whether it can stand in square brackets: an element, aromatic if small */
    static boolean isSymbol(final String text) {
        return SYMBOLS.contains(text) || AROMATIC.contains(text);
    }
}
