/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.RDKit.MolDraw2DSVG;
import org.RDKit.MolDrawOptions;
import org.RDKit.Point2D;
import org.RDKit.ROMol;
import org.RDKit.RWMol;

/**
 * The drawing of a molecule, as RDKit makes it, on which atoms can be marked. RDKit says where atoms stand, and marks
 * are laid below its lines here: then a drawing need not be made anew for other marks, and an atom can tell its number.
 *
 * @param width in pixels
 * @param height in pixels
 * @param lines the lines and letters, as elements of SVG
 * @param x for each atom
 * @param y for each atom, from the top
 * @param bonds the two atoms of each bond
 */
public record MoleculeDrawing(int width, int height, String lines, float[] x, float[] y, int[][] bonds) {

    private static final int WIDTH = 300;

    private static final int HEIGHT = 220;

    /** Small molecules are not drawn larger; some versions of RDKit take it for the length of one angstrom. */
    private static final double BOND_LENGTH = 22;

    /** Radius of a mark in bond lengths. */
    private static final double RADIUS = 0.36;

    /** What stays in sight around a substructure, in bond lengths. */
    private static final double MARGIN = 1.25;

    /** The style that RDKit writes to each line; most of it is the same for all. */
    private static final Pattern LINE = Pattern.compile("style='fill:none;fill-rule:evenodd;stroke:(#[0-9A-Fa-f]{6});"
        + "stroke-width:([0-9.]+)px;stroke-linecap:butt;stroke-linejoin:miter;stroke-opacity:1' ?");

    /** The same of letters. */
    private static final Pattern LETTER = Pattern.compile("style='font-size:([0-9.]+)px;font-style:normal;"
        + "font-weight:normal;fill-opacity:1;stroke:none;font-family:sans-serif;text-anchor:start;"
        + "fill:(#[0-9A-Fa-f]{6})' ?");

    /** A line as it is left then: all of one colour can be one path. */
    private static final Pattern STROKE =
        Pattern.compile("<path d='(M [0-9., ]+ L [0-9., ]+)'( stroke='#[0-9A-Fa-f]{6}')? ?/>");

    private static final Pattern CLASS = Pattern.compile("class='(?:bond|atom)-[^']*' ?");

    /** RDKit's colours of the elements, which would be taken for contributions. */
    private static final Pattern COLOUR = Pattern.compile("(stroke|fill)='#[0-9A-Fa-f]{6}'");

    /** Decimals behind the first: nobody sees hundredths of a pixel. */
    private static final Pattern DECIMALS = Pattern.compile("(\\d\\.\\d)\\d+");

    /**
     * @param molecule a sanitised molecule, whose coordinates are made anew; stays the caller's to free
     * @param bonds of the molecule
     * @return its drawing; empty if RDKit cannot draw it
     */
    static Optional<MoleculeDrawing> of(final ROMol molecule, final BondTable bonds) {
        final RWMol drawn = new RWMol(molecule);
        try {
            drawn.compute2DCoords();
            try {
                return Optional.of(draw(drawn, bonds, true));
            } catch (RuntimeException e) {
                RdkitMessages.reason(e); // frees it
                return Optional.of(draw(drawn, bonds, false)); // as it is: without bonds of fixed order, or wedges
            }
        } catch (RuntimeException e) {
            RdkitMessages.reason(e);
            return Optional.empty();
        } finally {
            drawn.delete();
        }
    }

    private static MoleculeDrawing draw(final ROMol molecule, final BondTable bonds, final boolean prepare) {
        final var pen = new MolDraw2DSVG(WIDTH, HEIGHT, -1, -1, true); // letters as text: no font files are needed
        try {
            final MolDrawOptions options = pen.drawOptions();
            options.setClearBackground(false);
            options.setFixedBondLength(BOND_LENGTH);
            options.setPrepareMolsBeforeDrawing(prepare);
            options.setAddStereoAnnotation(false);
            options.delete(); // only the wrapper
            pen.drawMolecule(molecule);
            final float[] x = new float[bonds.atoms()];
            final float[] y = new float[x.length];
            for (int atom = 0; atom < x.length; atom++) {
                final Point2D point = pen.getDrawCoords(atom);
                x[atom] = (float)point.getX();
                y[atom] = (float)point.getY();
                point.delete();
            }
            pen.finishDrawing();
            return new MoleculeDrawing(WIDTH, HEIGHT, shortened(pen.getDrawingText()), x, y, bonds.ends());
        } finally {
            pen.delete();
        }
    }

    /** Takes the lines out of a drawing, with what all have in common said once. */
    private static String shortened(final String svg) {
        final int start = svg.indexOf("<!-- END OF HEADER -->");
        final String body = svg.substring(start < 0 ? svg.indexOf('>', svg.indexOf("<svg")) + 1
            : svg.indexOf('>', start) + 1, svg.lastIndexOf("</svg>"));
        String lines = CLASS.matcher(body).replaceAll("");
        lines = LINE.matcher(lines).replaceAll("stroke='$1'").replace(" stroke='#000000'", "");
        lines = LETTER.matcher(lines).replaceAll("font-size='$1' stroke='none' fill='$2'");
        return DECIMALS.matcher(lines).replaceAll("$1").replace("\n", "");
    }

    /** @return number of atoms */
    public int atoms() {
        return x.length;
    }

    /** @return the molecule without marks, in the colours of its elements; as short as can be: pages hold hundreds */
    public String plain() {
        final Map<String, StringBuilder> ofColours = new LinkedHashMap<>();
        final Matcher strokes = STROKE.matcher(lines);
        final StringBuilder rest = new StringBuilder();
        while (strokes.find()) {
            ofColours.computeIfAbsent(Objects.requireNonNullElse(strokes.group(2), ""), c -> new StringBuilder())
                .append(strokes.group(1).replace(".0", "").replace("M ", "M").replace(" L ", "L").replace(',', ' '));
            strokes.appendReplacement(rest, "");
        }
        strokes.appendTail(rest);
        final StringBuilder joined = new StringBuilder();
        ofColours.forEach((colour, path) -> joined.append("<path d='").append(path).append('\'').append(colour)
            .append("/>"));
        return svg(0, 0, width, height, "", joined.append(rest).toString());
    }

    /**
     * @param values one an atom
     * @param scale the value that has the full colour; above 0
     * @param unit what values are of, for people who point at an atom
     * @return the molecule with its atoms in red where they raise, blue where they lower and grey where they do neither
     */
    public String coloured(final double[] values, final double scale, final String unit) {
        final StringBuilder marks = new StringBuilder();
        for (int atom = 0; atom < values.length; atom++) {
            final double strength = Math.max(-1, Math.min(1, values[atom] / scale));
            marks.append(String.format(Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s'%s><title>atom %d: "
                + "%+.3g %s</title></circle>", x[atom], y[atom], radius() * (0.6 + 0.4 * Math.abs(strength)),
                colour(strength), outline(strength), atom + 1, values[atom], escaped(unit)));
        }
        return svg(0, 0, width, height, marks.toString(), COLOUR.matcher(lines).replaceAll("$1='#000000'"));
    }

    /** Light grey to full red or blue, which people who see no red or green tell apart as well. */
    private static String colour(final double strength) {
        final int[] neutral = {222, 222, 222};
        final int[] full = strength > 0 ? new int[]{235, 94, 85} : new int[]{92, 148, 230};
        final double part = Math.abs(strength);
        final int[] mixed = IntStream.range(0, 3)
            .map(c -> (int)Math.round(neutral[c] + part * (full[c] - neutral[c]))).toArray();
        return String.format("#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
    }

    /** In print without colours, an outline of dashes tells what lowers from what raises. */
    private static String outline(final double strength) {
        if (Math.abs(strength) < 0.15) {
            return "";
        }
        return strength > 0 ? " stroke='#8f1d1d' stroke-width='1'"
            : " stroke='#1d3f80' stroke-width='1' stroke-dasharray='2 2'";
    }

    /**
     * @param atoms of a substructure
     * @param centre the atom in its middle, -1 if there is none
     * @return the substructure in colour, with what is next to it in the molecule
     */
    public String highlighted(final int[] atoms, final int centre) {
        final StringBuilder marks = new StringBuilder();
        for (final int[] bond : bonds) {
            if (contains(atoms, bond[0]) && contains(atoms, bond[1])) {
                marks.append(String.format(Locale.ROOT, "<path d='M %.1f,%.1f L %.1f,%.1f' stroke='#f5c95c' "
                    + "stroke-width='%.1f'/>", x[bond[0]], y[bond[0]], x[bond[1]], y[bond[1]], radius()));
            }
        }
        for (final int atom : atoms) {
            marks.append(String.format(Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='%.1f' fill='%s'/>", x[atom],
                y[atom], radius(), atom == centre ? "#e39a2d" : "#f5c95c"));
        }
        final double margin = MARGIN * bondLength();
        final double left = extreme(atoms, x, false) - margin;
        final double top = extreme(atoms, y, false) - margin;
        final double right = extreme(atoms, x, true) + margin;
        final double bottom = extreme(atoms, y, true) + margin;
        return svg(left, top, right - left, bottom - top, marks.toString(), lines);
    }

    private static boolean contains(final int[] atoms, final int atom) {
        return Arrays.stream(atoms).anyMatch(a -> a == atom);
    }

    private static double extreme(final int[] atoms, final float[] positions, final boolean largest) {
        final var sorted = Arrays.stream(atoms).mapToDouble(atom -> positions[atom]).summaryStatistics();
        return largest ? sorted.getMax() : sorted.getMin();
    }

    private String svg(final double left, final double top, final double wide, final double high, final String marks,
        final String drawn) {
        return String.format(Locale.ROOT, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='%.1f %.1f %.1f %.1f' "
            + "width='%.0f' height='%.0f'><rect x='%1$.1f' y='%2$.1f' width='%3$.1f' height='%4$.1f' fill='#ffffff'/>"
            + "<g>%s</g><g fill='none' stroke='#000000' stroke-width='%.1f' font-family='sans-serif'>%s</g></svg>", left,
            top, wide, high, wide, high, marks, Math.max(0.8, Math.min(2, bondLength() / 16)), drawn);
    }

    private double radius() {
        return RADIUS * bondLength();
    }

    /** The shortest, because circles of neighbours are not to cover each other. */
    private double bondLength() {
        return Arrays.stream(bonds)
            .mapToDouble(bond -> Math.hypot(x[bond[0]] - x[bond[1]], y[bond[0]] - y[bond[1]]))
            .filter(length -> length > 1).min().orElse(BOND_LENGTH);
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    void write(final DataOutputStream out) throws IOException {
        out.writeInt(width);
        out.writeInt(height);
        final byte[] text = lines.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        out.writeInt(x.length);
        for (int atom = 0; atom < x.length; atom++) {
            out.writeFloat(x[atom]);
            out.writeFloat(y[atom]);
        }
        out.writeInt(bonds.length);
        for (final int[] bond : bonds) {
            out.writeShort(bond[0]);
            out.writeShort(bond[1]);
        }
    }

    static MoleculeDrawing read(final DataInputStream in) throws IOException {
        final int width = in.readInt();
        final int height = in.readInt();
        final String lines = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        final float[] x = new float[in.readInt()];
        final float[] y = new float[x.length];
        for (int atom = 0; atom < x.length; atom++) {
            x[atom] = in.readFloat();
            y[atom] = in.readFloat();
        }
        final int[][] bonds = new int[in.readInt()][];
        for (int b = 0; b < bonds.length; b++) {
            bonds[b] = new int[]{in.readShort(), in.readShort()};
        }
        return new MoleculeDrawing(width, height, lines, x, y, bonds);
    }
}
