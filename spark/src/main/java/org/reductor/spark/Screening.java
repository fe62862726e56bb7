/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.reductor.chem.SourceColumn;
import org.reductor.chem.SourceColumn.Content;

/**
 * Appends predictions to a table of Spark.
 *
 * @param model predicts
 * @param columns which column of the table each one is that the model reads, in the model's order
 * @param schema of the table with what is told
 */
record Screening(SharedModel model, List<String> columns, StructType schema) {

    /**
     * @param model predicts
     * @param table the columns of a table
     * @param molecules name of the column with the molecules; empty for the one that is named as in training
     * @return what appends the predictions
     * @throws ScreeningException if the table lacks a column, or it holds something else; the message names both
     */
    static Screening of(final SharedModel model, final StructType table, final Optional<String> molecules) {
        final List<SourceColumn> sources = model.sources();
        if (molecules.isPresent() && (sources.size() > 1 || sources.get(0).content() != Content.MOLECULE)) {
            throw new ScreeningException("A column for the molecules can only be named for networks that read nothing "
                + "else. These read " + names(sources) + ": name the columns of the table as in training.");
        }
        final List<String> columns = new ArrayList<>();
        for (final SourceColumn source : sources) {
            final StructField field = find(table, molecules.orElse(source.name()), molecules.isPresent(), sources);
            requireType(field, source);
            columns.add(field.name());
        }
        return new Screening(model, columns, withTold(table, model.told()));
    }

    private static StructField find(final StructType table, final String name, final boolean named,
        final List<SourceColumn> sources) {
        final List<StructField> fields = Arrays.asList(table.fields());
        return fields.stream().filter(field -> field.name().equals(name)).findFirst()
            .or(() -> fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst())
            .or(() -> named || sources.size() > 1 || sources.get(0).content() != Content.MOLECULE ? Optional.empty()
                : fields.stream().filter(field -> field.name().equalsIgnoreCase("smiles")).findFirst())
            .orElseThrow(() -> new ScreeningException("There is no column '" + name + "' in the table, which has "
                + (fields.isEmpty() ? "no columns" : fields.stream().map(StructField::name)
                    .collect(Collectors.joining("', '", "'", "'")))
                + ". " + (named ? "Name one of these." : "The networks read " + names(sources)
                    + (sources.size() > 1 ? ": name the columns as in training."
                        : ": name the column as in training, or say which it is."))));
    }

    private static void requireType(final StructField field, final SourceColumn source) {
        final DataType type = field.dataType();
        if (type instanceof StringType || source.content() == Content.NUMBER && type instanceof NumericType) {
            return;
        }
        throw new ScreeningException("The column '" + field.name() + "' holds " + type.simpleString() + ", but the "
            + "networks read it as " + (source.content() == Content.NUMBER ? "numbers" : "text") + ".");
    }

    private static String names(final List<SourceColumn> sources) {
        return sources.stream().map(source -> "the " + source.content().label() + " column '" + source.name() + "'")
            .collect(Collectors.joining(", "));
    }

    /** New columns that a table already has get a number, as KNIME does it. */
    private static StructType withTold(final StructType table, final List<StructField> told) {
        final Set<String> taken = new HashSet<>(Arrays.asList(table.fieldNames()));
        StructType with = table;
        for (final StructField field : told) {
            String name = field.name();
            for (int n = 1; !taken.add(name); n++) {
                name = field.name() + " (#" + n + ")";
            }
            with = with.add(new StructField(name, field.dataType(), true, field.metadata()));
        }
        return with;
    }

    /** @return number of columns of the table */
    int kept() {
        return schema.size() - model.told().size();
    }

    /** @return name of the column with the reasons of failures */
    String failure() {
        return schema.fieldNames()[schema.size() - 1];
    }

    /**
     * @param index position among what the model tells
     * @return name of that column
     */
    String told(final int index) {
        return schema.fieldNames()[kept() + index];
    }

    /**
     * @param table with the columns that this was made for
     * @return the table with what is told of each row
     */
    Dataset<Row> append(final Dataset<?> table) {
        return append(table, Optional.empty());
    }

    /**
     * @param table with the columns that this was made for
     * @param problem says of a row why it cannot be used, null where it can
     * @return the table with what is told of each row
     */
    Dataset<Row> append(final Dataset<?> table, final Optional<Column> problem) {
        final String[] names = Arrays.copyOf(schema.fieldNames(), kept());
        final List<Column> read = new ArrayList<>();
        for (final String name : names) {
            read.add(column(name));
        }
        problem.ifPresent(read::add);
        final Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            positions.put(names[i], i);
        }
        final List<SourceColumn> sources = model.sources();
        final int[] at = columns.stream().mapToInt(positions::get).toArray();
        final boolean[] numbers = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            numbers[i] = sources.get(i).content() == Content.NUMBER;
        }
        return table.select(read.toArray(Column[]::new))
            .mapPartitions(new RowScreening(model, at, numbers, names.length), Encoders.row(schema));
    }

    /** A column whatever its name is made of. */
    static Column column(final String name) {
        return functions.col("`" + name.replace("`", "``") + "`");
    }
}
