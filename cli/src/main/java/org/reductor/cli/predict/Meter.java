/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.predict;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Tells how far a run is, how fast and how much longer it takes: on a terminal in one line that is redrawn, otherwise in
 * a line a minute.
 */
public final class Meter {

    private static final double REDRAW_SECONDS = 0.5;

    private static final double LINE_SECONDS = 60;

    private final PrintStream out;

    private final boolean terminal;

    private final long started = System.nanoTime();

    private double lastShown;

    private int width;

    private long firstRow;

    private double firstFraction;

    private double firstSeconds;

    /**
     * @param out where to
     * @param terminal whether it can redraw a line
     */
    public Meter(final PrintStream out, final boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Counts from here: what went before was done by an earlier run. */
    void begin(final long rows, final double fraction) {
        firstRow = rows;
        firstFraction = fraction;
        firstSeconds = seconds();
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** @return rows a second since the beginning */
    double rate(final long rows) {
        return (rows - firstRow) / Math.max(1e-3, seconds() - firstSeconds);
    }

    void skipping(final long rows, final long total) {
        show(String.format(Locale.ENGLISH, "reading over the %,d rows that are done: %,d", total, rows));
    }

    void rows(final long rows, final double fraction) {
        show(line(rows, fraction));
    }

    private void show(final String line) {
        final double now = seconds();
        if (now - lastShown < (terminal ? REDRAW_SECONDS : LINE_SECONDS)) {
            return;
        }
        lastShown = now;
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            out.flush();
            width = line.length();
        } else {
            out.println(line);
        }
    }

    private String line(final long rows, final double fraction) {
        final double done = fraction - firstFraction;
        final double elapsed = seconds() - firstSeconds;
        return String.format(Locale.ENGLISH, "%,d rows (%.1f %%), %,.0f a second", rows, 100 * fraction, rate(rows))
            + (done > 0 ? ", " + time(elapsed * (1 - fraction) / done) + " left" : "");
    }

    /** Makes room for what is printed next. */
    public void clear() {
        if (terminal && width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }

    /**
     * @param seconds any time
     * @return for example {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 4 min}
     */
    public static String time(final double seconds) {
        final long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600 ? whole / 60 + " min " + whole % 60 + " s" : whole / 3600 + " h " + whole / 60 % 60 + " min";
    }
}
