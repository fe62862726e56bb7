/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.reductor.knime.history.HistoryPlot;
import org.reductor.knime.history.HistoryViewData;
import org.reductor.knime.history.HistoryViewData.Round;

/**
 * The rounds of a run as a picture for reports and slides: what the first two charts of the learner's view show, drawn
 * without a browser. Marks differ by shape, so that nothing rests on colour.
 */
final class HistoryPicture {

    private static final int WIDTH = 760;

    private static final double LEFT = 84;

    private static final double RIGHT = WIDTH - 20.0;

    private static final double TOP = 112;

    private static final double ERRORS_HEIGHT = 250;

    private static final double BETWEEN = 34;

    private static final double DIFFERENCES_HEIGHT = 130;

    /** So many characters have room above the plot. */
    private static final int LONGEST_TITLE = 80;

    /** Standard errors from the middle of a 95 % interval to its end. */
    private static final double HALF_WIDTH = 1.96;

    private static final String PAGE = "#ffffff";

    private static final String INK = "#22292f";

    private static final String QUIET = "#5d6a75";

    private static final String GRID = "#eceff2";

    private static final String ACCENT = "#0b7a6e";

    private static final String CONTROL = "#b3541e";

    private final HistoryViewData data;

    private final String title;

    private final HistoryPlot plot;

    private final List<Round> rounds;

    private final Round winner;

    /** The round that others are compared with; {@code null} where there are no differences to draw. */
    private final Round reference;

    private final Scale weights;

    private final Svg svg;

    private HistoryPicture(final HistoryViewData data, final String title) {
        this.data = data;
        this.title = shortened(title.isBlank() ? "Pruning of " + data.target() : title.strip());
        plot = data.plot();
        rounds = data.rounds();
        winner = rounds.stream().filter(Round::accepted).findFirst().orElseThrow();
        reference = plot.reference() == null || rounds.size() < 2 ? null : rounds.get(plot.reference());
        final List<Long> kept = Stream.concat(plot.onScale().stream().map(i -> rounds.get(i).kept()),
            Stream.concat(plot.beyond().stream().map(i -> rounds.get(i).kept()),
                data.controlMarks().stream().map(HistoryViewData.ControlMark::kept)))
            .toList();
        final double room = 1.2;
        weights = new Scale(kept.stream().mapToDouble(Long::doubleValue).min().orElseThrow() / room,
            kept.stream().mapToDouble(Long::doubleValue).max().orElseThrow() * room, RIGHT, LEFT, true);
        svg = new Svg(WIDTH, height(), this.title, summary() + " " + scores());
    }

    /**
     * @param data the rounds, with a plot
     * @param title what stands above; blank for the name of the target
     * @return an SVG document
     */
    static String of(final HistoryViewData data, final String title) {
        return new HistoryPicture(data, title).draw();
    }

    private double x(final Round round) {
        return weights.at((double)round.kept());
    }

    private double foot() {
        return TOP + ERRORS_HEIGHT + (reference == null ? 0 : BETWEEN + DIFFERENCES_HEIGHT);
    }

    private static String shortened(final String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_TITLE ? words
            : words.substring(0, words.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "\u2026";
    }

    private int height() {
        return (int)foot() + 50; // with room for the axis of weights
    }

    private String summary() {
        return String.format(Locale.ENGLISH, "Round %d of %d was chosen: %,d of %,d weights are left (%.1f %% gone).",
            winner.round(), rounds.get(rounds.size() - 1).round(), winner.kept(), winner.weights(), winner.dropped());
    }

    private String scores() {
        return String.format(Locale.ENGLISH, "%s: %.4f, unpruned %.4f.", data.score(), winner.score(),
            rounds.get(0).score());
    }

    private String draw() {
        svg.shape("rect", "width", WIDTH, "height", height(), "fill", PAGE);
        text(title, LEFT, 24, "font-size", 16, "font-weight", "bold");
        text(summary(), LEFT, 44);
        text(scores(), LEFT, 61);
        errors();
        if (reference != null) {
            differences();
        }
        final double foot = foot();
        weights.marks().forEach(mark -> text(Scale.label(mark), weights.at(mark.doubleValue()), foot + 18, "fill",
            QUIET, "text-anchor", "middle"));
        text("Weights left in a network (fewer to the right)", (LEFT + RIGHT) / 2, foot + 40, "text-anchor", "middle");
        return svg.toString();
    }

    private void text(final String words, final double x, final double y, final Object... attributes) {
        final List<Object> all = new ArrayList<>(List.of("x", x, "y", y));
        all.addAll(List.of(attributes));
        if (!all.contains("fill")) {
            all.addAll(List.of("fill", INK));
        }
        svg.words("text", words, all.toArray());
    }

    private void line(final double x1, final double y1, final double x2, final double y2, final String colour,
        final Object... attributes) {
        final List<Object> all = new ArrayList<>(List.of("x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", colour));
        all.addAll(List.of(attributes));
        svg.shape("line", all.toArray());
    }

    /** Grid, frame and labels of one of the charts. */
    private void axes(final Scale vertical, final String name) {
        vertical.marks().forEach(mark -> {
            final double y = vertical.at(mark.doubleValue());
            line(LEFT, y, RIGHT, y, GRID);
            text(Scale.label(mark), LEFT - 8, y + 4, "fill", QUIET, "text-anchor", "end");
        });
        weights.marks().forEach(mark -> line(weights.at(mark.doubleValue()), vertical.to(),
            weights.at(mark.doubleValue()), vertical.from(), GRID));
        line(LEFT, vertical.from(), RIGHT, vertical.from(), QUIET);
        line(LEFT, vertical.from(), LEFT, vertical.to(), QUIET);
        final double middle = (vertical.from() + vertical.to()) / 2;
        text(name, 20, middle, "text-anchor", "middle", "transform",
            String.format(Locale.ROOT, "rotate(-90 20 %.2f)", middle));
    }

    private void errors() {
        final Scale errors = new Scale(plot.low(), plot.high(), TOP + ERRORS_HEIGHT, TOP, false);
        axes(errors, data.score());
        final double unpruned = errors.at(rounds.get(0).score());
        line(LEFT, unpruned, RIGHT, unpruned, CONTROL, "stroke-width", 1.5, "stroke-dasharray", "6 4");
        final Function<Round, String> point =
            round -> String.format(Locale.ROOT, "%.2f,%.2f", x(round), errors.at(round.score()));
        plot.lines().forEach(part -> svg.shape("polyline", "points",
            part.stream().map(rounds::get).map(point).collect(Collectors.joining(" ")), "fill", "none", "stroke",
            ACCENT, "stroke-width", 2));
        final List<Mark> used = new ArrayList<>();
        for (final Mark mark : Mark.values()) {
            final List<double[]> places = places(mark);
            places.stream().filter(place -> place[1] >= plot.low() && place[1] <= plot.high())
                .forEach(place -> mark.draw(svg, weights.at(place[0]), errors.at(place[1])));
            if (!places.isEmpty()) {
                used.add(mark);
            }
        }
        text("chosen", x(winner), errors.at(winner.score()) + 24, "text-anchor", "middle");
        legend(used);
    }

    /** @return weights and error of each mark of a kind */
    private List<double[]> places(final Mark mark) {
        return switch (mark) {
            case CONTROL -> data.controlMarks().stream().map(c -> new double[]{(double)c.kept(), c.score()}).toList();
            case BEYOND -> plot.beyond().stream().map(rounds::get)
                .map(round -> new double[]{(double)round.kept(), plot.high()}).toList();
            default -> plot.onScale().stream().map(rounds::get).filter(round -> mark == Mark.of(round))
                .map(round -> new double[]{(double)round.kept(), round.score()}).toList();
        };
    }

    private void legend(final List<Mark> used) {
        final double y = TOP - 20;
        double x = LEFT;
        line(x, y - 4, x + 24, y - 4, CONTROL, "stroke-width", 1.5, "stroke-dasharray", "6 4");
        text("unpruned", x + 30, y);
        x += 110;
        for (final Mark mark : used) {
            mark.draw(svg, x, y - 4);
            text(mark.label(), x + 14, y);
            x += 40 + 6.5 * mark.label().length();
        }
    }

    private void differences() {
        final List<Round> told = plot.onScale().stream()
            .filter(i -> plot.whiskers().contains(i) || i.equals(plot.reference())).map(rounds::get).toList();
        final ToDoubleFunction<Round> middle = round -> round.score() - reference.score();
        final ToDoubleFunction<Round> half =
            round -> round.standardError() == null ? 0 : HALF_WIDTH * round.standardError();
        final double most = told.stream()
            .mapToDouble(round -> Math.abs(middle.applyAsDouble(round)) + half.applyAsDouble(round)).max().orElse(0);
        final double end = most > 0 ? 1.1 * most : 1;
        final double top = TOP + ERRORS_HEIGHT + BETWEEN;
        final Scale scale = new Scale(-end, end, top + DIFFERENCES_HEIGHT, top, false);
        text("Difference to round " + reference.round() + ", with its 95 % interval", LEFT, top - 10);
        axes(scale, "Difference");
        line(LEFT, scale.at(0), RIGHT, scale.at(0), CONTROL, "stroke-width", 1.5, "stroke-dasharray", "6 4");
        for (final Round round : told) {
            final double x = x(round);
            final double low = scale.at(middle.applyAsDouble(round) - half.applyAsDouble(round));
            final double high = scale.at(middle.applyAsDouble(round) + half.applyAsDouble(round));
            line(x, low, x, high, ACCENT, "stroke-width", 1.2);
            line(x - 3.5, low, x + 3.5, low, ACCENT, "stroke-width", 1.2);
            line(x - 3.5, high, x + 3.5, high, ACCENT, "stroke-width", 1.2);
            Mark.ROUND.draw(svg, x, scale.at(middle.applyAsDouble(round)));
        }
    }

    /** What a mark stands for; those that come later are drawn above the others. */
    private enum Mark {
        ROLLED_BACK("rolled back", "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z", PAGE, QUIET),
        ROUND("round", "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z", ACCENT, PAGE),
        BEYOND("error beyond this scale", "M0 -5L5 4H-5Z", ACCENT, PAGE),
        CONTROL("other controls", "M-4.5 -4.5H4.5V4.5H-4.5Z", PAGE, HistoryPicture.CONTROL),
        CHOSEN("chosen", "M0 -8L8 0L0 8L-8 0Z", ACCENT, PAGE);

        private final String label;

        private final String path;

        private final String fill;

        private final String stroke;

        Mark(final String label, final String path, final String fill, final String stroke) {
            this.label = label;
            this.path = path;
            this.fill = fill;
            this.stroke = stroke;
        }

        static Mark of(final Round round) {
            return round.accepted() ? CHOSEN : round.rolledBack() ? ROLLED_BACK : ROUND;
        }

        String label() {
            return label;
        }

        void draw(final Svg svg, final double x, final double y) {
            svg.shape("path", "d", path, "transform", String.format(Locale.ROOT, "translate(%.2f %.2f)", x, y), "fill",
                fill, "stroke", stroke, "stroke-width", 1.5);
        }
    }
}
