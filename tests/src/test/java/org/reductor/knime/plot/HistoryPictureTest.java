/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.reductor.knime.history.HistoryPlot;
import org.reductor.knime.history.HistoryViewData;
import org.reductor.knime.history.HistoryViewData.ControlMark;
import org.reductor.knime.history.HistoryViewData.Round;
import org.w3c.dom.Element;

class HistoryPictureTest {

    private static final int WINNER = 2;

    private static Round round(final int number, final double error, final double standardError,
        final boolean rolledBack) {
        return new Round(number, 1_000_000, 1_000_000L >> number, 1_000_000L >> number, 100 - 100.0 / (1 << number),
            error, standardError, error, null, 8, 8, 1, 1, number == WINNER, rolledBack, "");
    }

    private static HistoryViewData data(final String target, final List<ControlMark> controls, final Round... rounds) {
        final List<Round> all = List.of(rounds);
        return new HistoryViewData(target, "RMSE", 4, all, List.of(), controls, HistoryPlot.of(all).orElseThrow(),
            null);
    }

    private static HistoryViewData run() {
        return data("pIC50", List.of(new ControlMark("random", 200_000, .55)), round(0, .6, .02, false),
            round(1, .58, .01, false), round(WINNER, .5, 0, false), round(3, .59, .03, true), round(4, 9, 1, false));
    }

    private static Element parsed(final String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    }

    private static List<Element> all(final Element picture, final String tag) {
        final var found = picture.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element)found.item(i)).toList();
    }

    private static List<String> words(final Element picture) {
        return all(picture, "text").stream().map(Element::getTextContent).toList();
    }

    @Test
    void roundsControlsAndDifferencesAreDrawn() throws Exception {
        final Element picture = parsed(HistoryPicture.of(run(), ""));
        assertThat(words(picture)).contains("Pruning of pIC50", "RMSE", "Difference", "chosen", "rolled back", "round",
            "unpruned", "other controls", "error beyond this scale", "Difference to round 2, with its 95 % interval",
            "Round 2 of 4 was chosen: 250,000 of 1,000,000 weights are left (75.0 % gone).",
            "RMSE: 0.5000, unpruned 0.6000.");
        // Five rounds and a control; each kind again in the legend; four rounds with a difference.
        assertThat(all(picture, "path")).hasSize(5 + 1 + 5 + 4);
        assertThat(all(picture, "polyline")).singleElement()
            .satisfies(line -> assertThat(line.getAttribute("points").split(" ")).hasSize(3));
        assertThat(all(picture, "title").get(0).getTextContent()).isEqualTo("Pruning of pIC50");
    }

    /** Fewer weights stand further to the right, and a smaller error lower. */
    @Test
    void theLineGoesWhereTheNumbersGo() throws Exception {
        final List<double[]> points = new ArrayList<>();
        for (final String point : all(parsed(HistoryPicture.of(run(), "")), "polyline").get(0).getAttribute("points")
            .split(" ")) {
            final String[] pair = point.split(",");
            points.add(new double[]{Double.parseDouble(pair[0]), Double.parseDouble(pair[1])});
        }
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i)[0]).isGreaterThan(points.get(i - 1)[0]);
            assertThat(points.get(i)[1]).isGreaterThan(points.get(i - 1)[1]);
        }
    }

    @Test
    void everythingIsInsideThePicture() throws Exception {
        final Element picture = parsed(HistoryPicture.of(run(), ""));
        final double width = Double.parseDouble(picture.getAttribute("width"));
        final double height = Double.parseDouble(picture.getAttribute("height"));
        for (final Element line : all(picture, "line")) {
            for (final String name : List.of("x1", "x2", "y1", "y2")) {
                assertThat(Double.parseDouble(line.getAttribute(name))).as(name)
                    .isBetween(0.0, name.startsWith("x") ? width : height);
            }
        }
    }

    @Test
    void oneRoundIsAPictureWithoutDifferences() throws Exception {
        final Element picture = parsed(HistoryPicture.of(data("y", List.of(), round(WINNER, .5, 0, false)), ""));
        assertThat(words(picture)).contains("chosen").doesNotContain("Difference");
        assertThat(all(picture, "polyline")).isEmpty();
    }

    @Test
    void anyNameMakesXml() throws Exception {
        final String name = "IC50 <\"a\" & b>\u0001\uffff \u00b5\ud83d\ude00";
        final Element picture = parsed(HistoryPicture.of(data(name, List.of(), round(WINNER, .5, 0, false)), ""));
        assertThat(words(picture)).contains("Pruning of IC50 <\"a\" & b>   \u00b5\ud83d\ude00");
    }

    @Test
    void aTitleStandsForTheNameOfTheTarget() throws Exception {
        assertThat(words(parsed(HistoryPicture.of(run(), " Kinase, assay 7 "))))
            .contains("Kinase, assay 7").doesNotContain("Pruning of pIC50");
        assertThat(words(parsed(HistoryPicture.of(run(), "x".repeat(300)))).get(0)).hasSize(80).endsWith("x\u2026");
    }
}
