/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records of an SD file: a molblock, its title as the name, and data fields. Columns are those fields that the first
 * records have, because the table is read only once; fields that come later are told at the end.
 */
final class SdfRows implements RowSource {

    /** Records that are looked at for their fields before the first is handed out. */
    private static final int LOOKED_AT = 1_000;

    /** Characters of a record; no molblock that is read comes near it. */
    private static final int LONGEST = 1 << 22;

    private static final String END = "$$$$";

    private static final Pattern FIELD = Pattern.compile(">.*?<([^>]*)>.*");

    private static final int OWN_COLUMNS = 2;

    private record Entry(String molblock, String name, Map<String, String> fields, String defect) {
    }

    private final TextTable text;

    private final Deque<Entry> ahead = new ArrayDeque<>();

    private final List<String> columns = new ArrayList<>(List.of("Molecule", "Name"));

    private final Map<String, Long> later = new TreeMap<>();

    private long entries;

    private long rows;

    private SdfRows(final TextTable text) throws IOException {
        this.text = text;
        final Set<String> fields = new LinkedHashSet<>();
        Entry entry;
        while (ahead.size() < LOOKED_AT && (entry = read()) != null) {
            ahead.add(entry);
            fields.addAll(entry.fields.keySet());
        }
        fields.removeAll(columns);
        columns.addAll(fields);
    }

    static SdfRows open(final Path file) throws IOException {
        final TextTable text = TextTable.open(file);
        try {
            return new SdfRows(text);
        } catch (final IOException ex) {
            text.close();
            throw ex;
        }
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    @Override
    public OptionalInt molecule() {
        return OptionalInt.of(0);
    }

    @Override
    public Row next() throws IOException {
        final Entry entry = ahead.isEmpty() ? read() : ahead.remove();
        if (entry == null) {
            return null;
        }
        rows++;
        final Object[] values = new Object[columns.size()];
        values[0] = entry.molblock;
        values[1] = entry.name;
        for (int i = OWN_COLUMNS; i < values.length; i++) {
            values[i] = entry.fields.get(columns.get(i));
        }
        entry.fields.keySet().stream().filter(field -> !columns.contains(field))
            .forEach(field -> later.putIfAbsent(field, rows));
        return new Row(values, entry.defect);
    }

    private Entry read() throws IOException {
        final StringBuilder molblock = new StringBuilder();
        final Map<String, String> fields = new LinkedHashMap<>();
        String name = null;
        String field = null;
        boolean inMolblock = true;
        boolean any = false;
        long length = 0;
        String line;
        while ((line = line()) != null && !line.startsWith(END)) {
            length += line.length() + 1;
            any |= !line.isBlank();
            if (length > LONGEST) {
                continue; // on to its end, without keeping it
            }
            if (inMolblock) {
                if (name == null) {
                    name = line.strip();
                }
                molblock.append(line).append('\n');
                inMolblock = !line.startsWith("M  END");
            } else if (line.startsWith(">")) {
                final Matcher matcher = FIELD.matcher(line);
                field = matcher.matches() ? matcher.group(1) : null;
            } else if (line.isBlank()) {
                field = null;
            } else if (field != null) {
                fields.merge(field, line, (before, more) -> before + "\n" + more);
            }
        }
        if (line == null && !any) {
            return null;
        }
        entries++;
        return new Entry(molblock.isEmpty() ? null : molblock.toString(),
            name == null || name.isEmpty() ? null : name, fields, length <= LONGEST ? null : String.format(
                Locale.ENGLISH, "Record %,d has more than %,d characters.", entries, LONGEST));
    }

    private String line() throws IOException {
        try {
            return text.reader().readLine();
        } catch (final IOException ex) {
            throw text.damaged(entries, ex);
        }
    }

    @Override
    public double fraction() {
        return text.fraction();
    }

    @Override
    public List<String> warnings() {
        return later.isEmpty() ? List.of() : List.of(String.format(Locale.ENGLISH, "The fields %s are left out, "
            + "because they come only behind the first %,d records, by which columns are made.",
            later.entrySet().stream().limit(5).map(e -> String.format(Locale.ENGLISH, "'%s' (from record %,d)",
                e.getKey(), e.getValue())).toList(), LOOKED_AT));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
