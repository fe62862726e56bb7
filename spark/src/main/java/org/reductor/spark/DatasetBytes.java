/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.reductor.core.data.CsrMatrix;
import org.reductor.core.data.Dataset;
import org.reductor.core.data.Relation;
import org.reductor.core.data.RowGroups;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;

/** Training data on their way between two processes of one job; no file format. */
final class DatasetBytes {

    private DatasetBytes() {
    }

    static byte[] write(final Dataset data) {
        final var bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            final Targets targets = data.targets();
            out.writeInt(data.rows());
            out.writeInt(targets.tasks().size());
            for (final Task task : targets.tasks()) {
                text(out, task.name());
                text(out, task.unit());
                out.writeInt(task.classes().size());
                for (final String name : task.classes()) {
                    text(out, name);
                }
            }
            out.writeInt(data.features().columns());
            out.writeBoolean(data.features().binary());
            out.writeBoolean(data.groups() != null);
            for (int row = 0; row < data.rows(); row++) {
                for (int task = 0; task < targets.tasks().size(); task++) {
                    out.writeDouble(targets.value(row, task));
                    out.writeUTF(targets.relation(row, task).name());
                }
                out.writeDouble(targets.weight(row));
                features(out, data.features(), row);
                if (data.groups() != null) {
                    text(out, data.groups().name(data.groups().of(row)));
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void features(final DataOutputStream out, final CsrMatrix features, final int row)
        throws IOException {
        out.writeInt(features.rowEnd(row) - features.rowStart(row));
        for (int p = features.rowStart(row); p < features.rowEnd(row); p++) {
            out.writeInt(features.columnIndices()[p]);
            if (!features.binary()) {
                out.writeFloat(features.values()[p]);
            }
        }
    }

    static Dataset read(final byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            final int rows = in.readInt();
            final List<Task> tasks = new ArrayList<>();
            for (int count = in.readInt(); count > 0; count--) {
                final String name = text(in);
                final String unit = text(in);
                final List<String> classes = new ArrayList<>();
                for (int c = in.readInt(); c > 0; c--) {
                    classes.add(text(in));
                }
                tasks.add(new Task(name, unit, classes));
            }
            final CsrMatrix.Builder features = CsrMatrix.builder(in.readInt());
            final boolean binary = in.readBoolean();
            final List<String> groups = in.readBoolean() ? new ArrayList<>() : null;
            final Targets.Builder targets = Targets.builder(tasks);
            for (int row = 0; row < rows; row++) {
                final double[] values = new double[tasks.size()];
                final Relation[] relations = new Relation[tasks.size()];
                for (int task = 0; task < values.length; task++) {
                    values[task] = in.readDouble();
                    relations[task] = Relation.valueOf(in.readUTF());
                }
                targets.add(values, relations, in.readDouble());
                features(in, features, binary);
                if (groups != null) {
                    groups.add(text(in));
                }
            }
            return new Dataset(features.build(), targets.build(), groups == null ? null : RowGroups.of(groups));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void features(final DataInputStream in, final CsrMatrix.Builder features, final boolean binary)
        throws IOException {
        final int[] columns = new int[in.readInt()];
        final float[] values = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = in.readInt();
            if (!binary) {
                values[i] = in.readFloat();
            }
        }
        if (binary) {
            features.addBinaryRow(columns);
        } else {
            features.addRow(columns, values);
        }
    }

    private static void text(final DataOutputStream out, final String text) throws IOException {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(final DataInputStream in) throws IOException {
        final byte[] bytes = in.readNBytes(in.readInt());
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
