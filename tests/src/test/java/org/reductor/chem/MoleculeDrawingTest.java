/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.chem.MoleculeDissector.Detail;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Drawings of molecules with marks on their atoms. */
class MoleculeDrawingTest {

    private static MoleculeDrawing draw(final String molecule) throws UnusableRowException {
        return new MoleculeDissector(Featurizer.recipe("m", FingerprintKind.MORGAN, 64, 1), new int[0], Detail.DRAWING,
            () -> false).dissect(0, molecule).orElseThrow().drawing().orElseThrow();
    }

    private static Document parsed(final String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> circles(final String svg) throws Exception {
        final NodeList found = parsed(svg).getElementsByTagName("circle");
        final List<Element> circles = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            circles.add((Element)found.item(i));
        }
        return circles;
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "[Na+].[Cl-]", "CC(=O)Nc1ccc(O)cc1", "[2H]C", "N->[Pt](<-N)(Cl)Cl",
        "c1cccc1", "*CC",
        "F/C=C/[C@H](O)C#N", "C12C3C4C1C5C2C3C45", "[O-][N+](=O)c1ccccc1",
        "OC[C@H]1O[C@@H](O)[C@H](O)[C@@H](O)[C@@H]1O",
        "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC"})
    void everyMoleculeIsWellFormedWithACircleForEachAtom(final String molecule) throws Exception {
        final MoleculeDrawing drawing;
        try {
            drawing = draw(molecule);
        } catch (UnusableRowException e) { // not a molecule for RDKit, so that nothing could be drawn
            assertThat(molecule).isEqualTo("c1cccc1");
            return;
        }
        final double[] values = new double[drawing.atoms()];
        values[0] = 1;

        assertThat(circles(drawing.coloured(values, 1, "a < b & c"))).hasSize(drawing.atoms()).allSatisfy(circle -> {
            assertThat(Double.parseDouble(circle.getAttribute("cx"))).isBetween(0.0, (double)drawing.width());
            assertThat(Double.parseDouble(circle.getAttribute("cy"))).isBetween(0.0, (double)drawing.height());
        });
        assertThat(parsed(drawing.highlighted(new int[]{0}, 0)).getElementsByTagName("circle").getLength()).isOne();
    }

    @Test
    void whatRaisesIsRedWhatLowersIsBlueAndDashedAndTheRestIsGrey() throws Exception {
        final List<Element> circles = circles(draw("CCO").coloured(new double[]{2, 0, -1}, 1, "pKi"));

        assertThat(circles).extracting(c -> c.getAttribute("fill")).containsExactly("#eb5e55", "#dedede", "#5c94e6");
        assertThat(circles).extracting(c -> c.getAttribute("stroke-dasharray")).containsExactly("", "", "2 2");
        assertThat(circles).extracting(Element::getTextContent).containsExactly("atom 1: +2.00 pKi",
            "atom 2: +0.00 pKi", "atom 3: -1.00 pKi");
    }

    @Test
    void aSubstructureIsShownWithItsSurroundingsOnly() throws Exception {
        final MoleculeDrawing drawing = draw("CCCCCCCCCCCCO");
        final Element svg = parsed(drawing.highlighted(new int[]{11, 12}, 12)).getDocumentElement();
        final String[] box = svg.getAttribute("viewBox").split(" ");

        assertThat(Double.parseDouble(box[2])).isLessThan(drawing.width() / 2.0);
        assertThat(circles(drawing.highlighted(new int[]{11, 12}, 12))).extracting(c -> c.getAttribute("fill"))
            .containsExactly("#f5c95c", "#e39a2d");
    }

    @Test
    void aDrawingOfADrugIsSmall() throws Exception {
        final MoleculeDrawing drawing = draw("CC(C)C[C@H](N)C(=O)N1CCC[C@H]1C(=O)NCc1ccc(Cl)cc1");

        assertThat(drawing.coloured(new double[drawing.atoms()], 1, "pKi").length()).isLessThan(7_500);
    }
}
