/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.uncertainty.Calibration;
import org.reductor.core.uncertainty.IntervalScores;
import org.reductor.core.uncertainty.KnownRows;
import org.reductor.core.uncertainty.ProbabilityMap;
import org.reductor.core.uncertainty.TaskCalibration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The calibration in a model file, its arrays the last ones:
 * <ul>
 * <li>{@code calibration/scores/T} for each task T of numbers: float32, scores of one group of networks after the
 * other, ascending in each</li>
 * <li>{@code calibration/judged}: int32, for each row that networks know the group that it judges, or -1</li>
 * <li>{@code calibration/bits}: for each of these rows the number of its bits, and then for each the gap to the one
 * before, all as numbers of seven bits a byte, lowest first, where the highest bit says that another byte follows</li>
 * </ul>
 */
final class CalibrationJson {

    static final String FIELD = "calibration";

    private static final String JUDGED = "calibration/judged";
    private static final String BITS = "calibration/bits";
    private static final String KNOWN = "known";
    private static final String SLOPE = "slope";

    private CalibrationJson() {
    }

    static void write(final Calibration calibration, final ObjectNode json) {
        final ArrayNode groups = json.putArray("groups");
        calibration.groups().forEach(group -> ModelArrays.numbers(groups.addArray(), group));
        final ArrayNode tasks = json.putArray("tasks");
        for (final TaskCalibration task : calibration.tasks()) {
            final ObjectNode node = tasks.addObject();
            if (task instanceof IntervalScores scores) {
                node.put(SLOPE, scores.slope());
                ModelArrays.numbers(node.putArray("scores"),
                    scores.ofGroup().stream().mapToInt(group -> group.length).toArray());
            } else if (task instanceof ProbabilityMap map) {
                node.put("classes", map.classes()).put(SLOPE, map.slope()).put("offset", map.offset());
            }
        }
        calibration.known().ifPresent(known -> json.putObject(KNOWN).put("rows", known.rows().size())
            .put("bytes", packed(known.rows()).length).put("threshold", known.threshold()));
    }

    static void put(final Map<String, Supplier<byte[]>> arrays, final Calibration calibration) {
        for (int t = 0; t < calibration.tasks().size(); t++) {
            if (calibration.tasks().get(t) instanceof IntervalScores scores) {
                arrays.put(scores(t), () -> LittleEndian.bytes(joined(scores.ofGroup())));
            }
        }
        calibration.known().ifPresent(known -> {
            arrays.put(JUDGED, () -> LittleEndian.bytes(known.judged()));
            arrays.put(BITS, () -> packed(known.rows()));
        });
    }

    private static String scores(final int task) {
        return "calibration/scores/" + task;
    }

    private static float[] joined(final List<float[]> parts) {
        final float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (final float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static byte[] packed(final List<int[]> rows) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (final int[] row : rows) {
            pack(bytes, row.length);
            int next = 0;
            for (final int bit : row) {
                pack(bytes, bit - next);
                next = bit + 1;
            }
        }
        return bytes.toByteArray();
    }

    private static void pack(final ByteArrayOutputStream bytes, final int number) {
        int left = number;
        while (left > 0x7f) {
            bytes.write(left & 0x7f | 0x80);
            left >>>= 7;
        }
        bytes.write(left);
    }

    /**
     * @param root the file's JSON
     * @param features number of features that the networks read
     * @param file the file, behind all other arrays
     * @return its calibration; empty if it has none
     */
    static Optional<Calibration> read(final Fields root, final int features, final ArrayFileReader file)
        throws IOException {
        if (!root.has(FIELD)) {
            return Optional.empty();
        }
        final Fields json = root.object(FIELD);
        final List<int[]> groups = json.integerLists("groups");
        final List<TaskCalibration> tasks = new ArrayList<>();
        for (final Fields task : json.objects("tasks")) {
            tasks.add(task.has("scores") ? scores(task, file, scores(tasks.size()))
                : new ProbabilityMap(task.integer("classes"), task.number(SLOPE), task.number("offset")));
        }
        return Optional.of(new Calibration(groups, tasks, json.has(KNOWN)
            ? Optional.of(known(json.object(KNOWN), file, features, groups.size())) : Optional.empty()));
    }

    private static IntervalScores scores(final Fields task, final ArrayFileReader file, final String name)
        throws IOException {
        final int[] lengths = task.integers("scores");
        long total = 0;
        for (final int length : lengths) {
            total += length;
            if (length < 0 || total > IntervalScores.LARGEST + lengths.length) {
                throw new ModelFormatException(file.damaged() + "'" + name + "' announces " + Arrays.toString(lengths)
                    + " errors, and at most " + IntervalScores.LARGEST + " are kept.");
            }
        }
        final float[] all = LittleEndian.toFloats(file.array(name, Float.BYTES * total));
        final List<float[]> ofGroup = new ArrayList<>();
        int at = 0;
        for (final int length : lengths) {
            ofGroup.add(Arrays.copyOfRange(all, at, at + length));
            at += length;
        }
        return new IntervalScores(ofGroup, task.number(SLOPE));
    }

    private static KnownRows known(final Fields json, final ArrayFileReader file, final int features, final int groups)
        throws IOException {
        final int rows = json.integer("rows");
        final int bytes = json.integer("bytes");
        if (rows < 1 || rows > KnownRows.LARGEST || bytes < rows) {
            throw new ModelFormatException(file.damaged() + "it announces " + rows + " rows to compare with in " + bytes
                + " bytes, and from 1 to " + KnownRows.LARGEST + " are kept, each in at least one byte.");
        }
        final int[] judged = LittleEndian.toInts(file.array(JUDGED, (long)Integer.BYTES * rows));
        final Unpacking unpacking = new Unpacking(file, file.array(BITS, bytes));
        final List<int[]> unpacked = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            unpacked.add(unpacking.row());
        }
        unpacking.requireEnd();
        return new KnownRows(features, groups, unpacked, judged, json.number("threshold"));
    }

    /** Takes back what {@link #packed} made. */
    private static final class Unpacking {

        private final ArrayFileReader file;
        private final byte[] bytes;
        private int at;

        private Unpacking(final ArrayFileReader file, final byte[] bytes) {
            this.file = file;
            this.bytes = bytes;
        }

        private int[] row() throws ModelFormatException {
            final int count = number();
            if (count > bytes.length - at) { // each bit takes a byte at least
                throw broken();
            }
            final int[] row = new int[count];
            long next = 0;
            for (int i = 0; i < count; i++) {
                next += number();
                if (next >= Integer.MAX_VALUE) {
                    throw broken();
                }
                row[i] = (int)next++;
            }
            return row;
        }

        private int number() throws ModelFormatException {
            int number = 0;
            for (int shift = 0; at < bytes.length && shift < 28; shift += 7) {
                final byte next = bytes[at++];
                number |= (next & 0x7f) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw broken();
        }

        private void requireEnd() throws ModelFormatException {
            if (at != bytes.length) {
                throw broken();
            }
        }

        private ModelFormatException broken() {
            return new ModelFormatException(file.damaged() + "the array '" + BITS + "' does not hold the rows that it "
                + "should, at byte " + at + " of " + bytes.length + ".");
        }
    }
}
