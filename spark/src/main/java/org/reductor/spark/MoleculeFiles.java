/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table that the files of a library are: one file, or a folder of files of one kind. */
final class MoleculeFiles {

    /** Holds what is wrong with a line of a CSV file. No column of a file is named so. */
    private static final String BAD_LINE = "\u0000bad line";

    private static final String SMILES_LINE = "^\\s*(\\S+)(?:\\s+(.*?))?\\s*$";

    private static final Pattern NAME =
        Pattern.compile("(?i).*\\.(parquet|csv|tsv|tab|smi|smiles|ism)(?:\\.(gz|gzip|bz2|zst|xz|zip))?");

    /** What a file holds. */
    private enum Kind {
        PARQUET, CSV, TSV, SMI;

        static Kind of(final String ending) {
            return switch (ending.toLowerCase(Locale.ROOT)) {
                case "parquet" -> PARQUET;
                case "csv" -> CSV;
                case "tsv", "tab" -> TSV;
                default -> SMI;
            };
        }
    }

    private final Dataset<Row> table;

    private final Optional<Column> problem;

    private final long bytes;

    private MoleculeFiles(final Dataset<Row> table, final Optional<Column> problem, final long bytes) {
        this.table = table;
        this.problem = problem;
        this.bytes = bytes;
    }

    /** @return size of the files */
    long bytes() {
        return bytes;
    }

    /** @return the rows; with a column at the end that {@link #problem} is made of, if there is one */
    Dataset<Row> table() {
        return table;
    }

    /** @return the columns of the files */
    StructType columns() {
        final StructType all = table.schema();
        return problem.isEmpty() ? all : new StructType(Arrays.copyOf(all.fields(), all.size() - 1));
    }

    /** @return why a row cannot be used, null where it can */
    Optional<Column> problem() {
        return problem;
    }

    /**
     * @param spark the session
     * @param path of a file or a folder
     * @return its table
     * @throws ScreeningException if there is none, or its files are of several kinds
     */
    static MoleculeFiles of(final SparkSession spark, final String path) {
        final List<FileStatus> files = list(path, spark.sessionState().newHadoopConf());
        final Kind kind = kind(path, files);
        final long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
        try {
            return switch (kind) {
                case PARQUET -> new MoleculeFiles(spark.read().parquet(path), Optional.empty(), bytes);
                case SMI -> new MoleculeFiles(smiles(spark.read().text(path)), Optional.empty(), bytes);
                case CSV -> delimited(spark.read().option("sep", ","), path, bytes);
                case TSV -> delimited(spark.read().option("sep", "\t"), path, bytes);
            };
        } catch (final Exception e) { // Scala does not declare what it throws
            throw Failures.told(e, path);
        }
    }

    /** A line of titles, which some programs write, has the word where a molecule would be. */
    private static Dataset<Row> smiles(final Dataset<Row> lines) {
        final Column line = functions.col("value");
        final Column molecule = functions.regexp_extract(line, SMILES_LINE, 1);
        final Column name = functions.regexp_extract(line, SMILES_LINE, 2);
        return lines.where(molecule.notEqual("").and(functions.lower(molecule).notEqual("smiles")))
            .select(molecule.as("smiles"), functions.nullif(name, functions.lit("")).as("name"));
    }

    /** All values are text, as they stand: guessing types would read everything twice. */
    private static MoleculeFiles delimited(final DataFrameReader reader, final String path, final long bytes) {
        // A quote in a quoted text is doubled, as everybody but Spark does it.
        final DataFrameReader plain = reader.option("header", true).option("quote", "\"").option("escape", "\"")
            .option("enforceSchema", false);
        final StructType header = plain.csv(path).schema();
        final StructType schema = header.add(BAD_LINE, DataTypes.StringType);
        return new MoleculeFiles(plain.schema(schema).option("columnNameOfCorruptRecord", BAD_LINE).csv(path),
            Optional.of(functions.when(Screening.column(BAD_LINE).isNotNull(), functions.concat(
                functions.lit("The line has not as many values as the header: '"),
                functions.substring(Screening.column(BAD_LINE), 1, 200), functions.lit("'.")))), bytes);
    }

    private static List<FileStatus> list(final String path, final Configuration hadoop) {
        try {
            final Path root = new Path(path);
            final FileSystem files = root.getFileSystem(hadoop);
            final FileStatus[] matching = files.globStatus(root);
            if (matching == null || matching.length == 0) {
                throw new ScreeningException("There is no file or folder '" + path + "'.");
            }
            final List<FileStatus> data = new ArrayList<>();
            for (final FileStatus status : matching) {
                add(files, status, data);
            }
            return data;
        } catch (final IOException e) {
            throw new ScreeningException("'" + path + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static void add(final FileSystem files, final FileStatus status, final List<FileStatus> data)
        throws IOException {
        final String name = status.getPath().getName();
        if (status.isFile()) {
            data.add(status);
            return;
        }
        for (final FileStatus child : files.listStatus(status.getPath())) {
            final String childName = child.getPath().getName();
            if (childName.startsWith("_") || childName.startsWith(".")) {
                continue; // as Spark does
            }
            if (child.isDirectory() && !childName.contains("=")) {
                throw new ScreeningException("The folder '" + name + "' has another one, '" + childName + "', in it. "
                    + "Name the folder that has the files.");
            }
            add(files, child, data);
        }
    }

    private static Kind kind(final String path, final List<FileStatus> data) {
        Kind kind = null;
        String first = null;
        for (final FileStatus file : data) {
            final String name = file.getPath().getName();
            final Matcher matcher = NAME.matcher(name);
            if (!matcher.matches()) {
                throw new ScreeningException("What '" + name + "' holds cannot be told from its name: it must end in "
                    + ".parquet, .csv, .tsv or .smi, the last three also packed (.gz, .bz2). "
                    + (data.size() > 1 ? "Put nothing else into the folder '" + path + "'." : "Rename it."));
            }
            requireUnpackable(name, matcher.group(2));
            final Kind own = Kind.of(matcher.group(1));
            if (kind != null && kind != own) {
                throw new ScreeningException("The folder '" + path + "' has files of several kinds, such as '" + first
                    + "' and '" + name + "'. Put those of each kind into a folder of their own.");
            }
            if (kind == null) {
                kind = own;
                first = name;
            }
        }
        if (kind == null) {
            throw new ScreeningException("The folder '" + path + "' has no files.");
        }
        return kind;
    }

    private static void requireUnpackable(final String name, final String packed) {
        if (packed != null && !"gz".equalsIgnoreCase(packed) && !"bz2".equalsIgnoreCase(packed)) {
            throw new ScreeningException("'" + name + "' is packed in a way that Spark does not read everywhere. "
                + "Unpack it, or pack it as .gz or .bz2 (whose parts can be read by several processors).");
        }
    }
}
