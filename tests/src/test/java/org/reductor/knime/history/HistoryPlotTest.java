/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.reductor.knime.history.HistoryViewData.Round;

class HistoryPlotTest {

    private static Round round(final int number, final Double error, final double standardError) {
        return round(number, 1000L >> number, error, standardError, false);
    }

    private static Round rolledBack(final Round r) {
        return round(r.round(), r.kept(), r.score(), r.standardError(), true);
    }

    private static Round round(final int number, final long kept, final Double error, final double standardError,
        final boolean rolledBack) {
        return new Round(number, 1000, kept, kept, 0.1 * (1000 - kept), error, standardError, error, null, 8, 8, 1, 1,
            number == 1, rolledBack, "");
    }

    private static HistoryPlot plot(final Round... rounds) {
        return HistoryPlot.of(List.of(rounds)).orElseThrow();
    }

    @Test
    void scaleHoldsTheRoundsWithTheirWhiskersAndSomeRoom() {
        final HistoryPlot plot = plot(round(0, .60, .02), round(1, .50, 0), round(2, .55, .04));

        assertThat(plot.low()).isCloseTo(.50 - .08 * .12, within(1e-12));
        assertThat(plot.high()).isCloseTo(.62 + .08 * .12, within(1e-12));
        assertThat(plot.onScale()).containsExactly(0, 1, 2);
        assertThat(plot.lines()).containsExactly(List.of(0, 1, 2));
        assertThat(plot.beyond()).isEmpty();
    }

    /** There used to be two limits: a round between them had a mark but was left out of the line. */
    @Test
    void everyRoundIsOnTheLineOrBeyondTheScaleAtAnyError() {
        for (double error = .5; error < 1.5; error += .001) {
            final HistoryPlot plot =
                plot(round(0, .60, .02), round(1, .50, 0), round(2, error, .3), round(3, .52, .01));
            final boolean beyond = error > plot.high();
            assertThat(plot.beyond()).as("%s", error).isEqualTo(beyond ? List.of(2) : List.of());
            assertThat(plot.onScale()).as("%s", error).isEqualTo(beyond ? List.of(0, 1, 3) : List.of(0, 1, 2, 3));
            final List<Integer> joined = new ArrayList<>();
            plot.lines().forEach(joined::addAll);
            assertThat(joined).as("%s", error).isEqualTo(beyond ? List.of(0, 1) : List.of(0, 1, 2, 3));
        }
    }

    @Test
    void roundsThatHaveLostEverythingDoNotFlattenTheRest() {
        final HistoryPlot plot = plot(round(0, .60, .02), round(1, .50, 0), round(2, 900.0, 40));

        assertThat(plot.beyond()).containsExactly(2);
        assertThat(plot.high()).isLessThan(.7);
        assertThat(plot.whiskers()).containsExactly(0);
    }

    @Test
    void lineEndsWhereARoundIsNotOnTheScaleAndBeginsAnewBehindIt() {
        final HistoryPlot plot = plot(round(0, .60, .02), round(1, .50, 0), round(2, 5.0, 1), round(3, .52, .01),
            round(4, .53, .01), round(5, null, 0), round(6, .54, .01));

        assertThat(plot.lines()).containsExactly(List.of(0, 1), List.of(3, 4));
        assertThat(plot.onScale()).containsExactly(0, 1, 3, 4, 6);
    }

    @Test
    void networksWithoutWeightsHaveNoPlaceAndEndTheLine() {
        final Round nothing = round(2, 0, .55, .01, false);
        final HistoryPlot plot = plot(round(0, .60, .02), round(1, .50, 0), nothing, round(3, .52, .01));

        assertThat(plot.onScale()).containsExactly(0, 1, 3);
        assertThat(plot.beyond()).isEmpty();
        assertThat(plot.lines()).containsExactly(List.of(0, 1));
    }

    /** The next round was pruned from the one before, so the line is right to pass by. */
    @Test
    void lineGoesPastRoundsThatWereRolledBack() {
        final HistoryPlot plot =
            plot(round(0, .60, .02), round(1, .50, 0), rolledBack(round(2, .58, .03)), round(3, .49, .01));

        assertThat(plot.lines()).containsExactly(List.of(0, 1, 3));
        assertThat(plot.onScale()).contains(2);
        assertThat(plot.whiskers()).containsExactly(0, 2, 3);
    }

    /** The standard error is that of a difference: it stands at a round that differs, beside the line that it is to. */
    @Test
    void theReferenceHasALineAndNoWhiskerAndWithoutOneThereAreNone() {
        final HistoryPlot plot = plot(round(0, .60, .02), round(1, .50, 0), round(2, .55, .04));
        assertThat(plot.reference()).isEqualTo(1);
        assertThat(plot.whiskers()).containsExactly(0, 2);

        final HistoryPlot unknown = plot(round(0, .60, .02), round(1, .50, .01), round(2, .55, .04));
        assertThat(unknown.reference()).isNull();
        assertThat(unknown.whiskers()).isEmpty();
        assertThat(unknown.high()).isLessThan(.61);
    }

    @Test
    void withoutAnErrorOfControlOrWinnerThereIsNothingToDraw() {
        assertThat(HistoryPlot.of(List.of())).isEmpty();
        assertThat(HistoryPlot.of(List.of(round(0, .5, 0)))).isEmpty();
        assertThat(HistoryPlot.of(List.of(round(0, null, 0), round(1, .5, 0)))).isEmpty();
        assertThat(HistoryPlot.of(List.of(round(0, .5, 0), round(1, null, 0)))).isEmpty();
    }

    @Test
    void aSingleErrorStillHasAScale() {
        final HistoryPlot plot = plot(round(0, .5, 0), round(1, .5, 0));
        assertThat(plot.low()).isCloseTo(.45, within(1e-12));
        assertThat(plot.high()).isCloseTo(.55, within(1e-12));
        final HistoryPlot zero = plot(round(0, 0.0, 0), round(1, 0.0, 0));
        assertThat(zero.high()).isGreaterThan(zero.low());
    }
}
