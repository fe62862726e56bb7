/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.predict;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

import org.reductor.chem.screen.Screen;
import org.reductor.chem.screen.ScreenedRow;
import org.reductor.cli.table.Compression;
import org.reductor.cli.table.RowSource;
import org.reductor.cli.table.RowSource.Row;

/**
 * Predicts a table in a stream. This thread reads rows, hands batches to as many threads as there are, and writes what
 * comes back in the order of the table; no more than some thousand rows are in memory at once.
 */
public final class PredictionRun {

    /** Rows of a block: what is lost at most when a run is killed. Part of what is written, where that is compressed. */
    public static final int BLOCK = 64 * Screen.BATCH;

    /** Batches a thread that may wait for one that takes long. */
    private static final int AHEAD = 16;

    private final Screen screen;

    private final RowSource table;

    private final SourceColumns sources;

    private final PredictionText text;

    private final Options options;

    private final PredictionFiles files;

    private final int threads;

    private final BooleanSupplier cancelled;

    private final Meter meter;

    private final RowsDigest digest = new RowsDigest();

    private RunState state;

    /**
     * Rows on their way.
     *
     * @param batch what will be written of them
     * @param digest of all rows until the last of them, if a block ends there; else null
     * @param last whether the table does
     * @param fraction how much of the table has been read until there
     */
    private record Pending(Future<PredictionText.Batch> batch, String digest, boolean last, double fraction) {
    }

    /**
     * What a run has given.
     *
     * @param rows of the table
     * @param failed how many of them have no prediction
     * @param reason why the first of these has none, empty if all have
     * @param resumed rows that an earlier run had done
     * @param rate rows a second of this run
     * @param seconds that this run has taken
     */
    public record Outcome(long rows, long failed, String reason, long resumed, double rate, double seconds) {
    }

    /**
     * @param screen predicts
     * @param table what is predicted; at its first row
     * @param sources where the table has what the model reads
     * @param options how predictions are written
     * @param threads number of threads
     * @param meter hears of the progress
     * @param cancelled whether to stop
     */
    public PredictionRun(final Screen screen, final RowSource table, final SourceColumns sources, final Options options,
        final int threads, final Meter meter, final BooleanSupplier cancelled) {
        this.screen = screen;
        this.table = table;
        this.sources = sources;
        this.threads = threads;
        this.meter = meter;
        this.cancelled = cancelled;
        this.options = options;
        files = options.files;
        text = new PredictionText(table, screen.columns(), options.suffix, options.delimiter);
        // Whatever the header does not show of the options must stand here.
        state = RunState.start(options.model, options.settings + " " + text.header().strip());
    }

    /**
     * What a run is asked for.
     *
     * @param files where to
     * @param delimiter what is between values
     * @param suffix appended to the names of the columns of predictions
     * @param model SHA-256 of the model file
     * @param settings what else the predictions depend on, as text
     * @param blockRows rows of a block, a multiple of {@link Screen#BATCH}, usually {@link #BLOCK}
     */
    public record Options(PredictionFiles files, char delimiter, String suffix, String model, String settings,
        int blockRows) {
    }

    /**
     * @param restart whether what there is of an earlier run is thrown away
     * @return what has been written
     * @throws IOException if the table cannot be read any further or a file not be written; what is done is kept, and
     *             the same run goes on behind it
     * @throws CancellationException if it was cancelled, likewise
     * @throws IllegalStateException if molecules must be read in processes of their own and none can be started,
     *             likewise
     */
    public Outcome run(final boolean restart) throws IOException {
        if (restart) {
            files.discard();
        }
        final Optional<RunState> earlier = RunState.read(files.progress());
        earlier.ifPresent(this::requireSame);
        state = earlier.orElse(state);
        final long resumed = state.rows();
        if (!state.finished()) {
            final Compression compression = Compression.ofName(files.output());
            try (BlockFile output = new BlockFile(files.partialOutput(), compression, state.outputBytes());
                BlockFile failed = new BlockFile(files.partialFailed(), Compression.NONE, state.failedBytes())) {
                skip();
                meter.begin(state.rows(), table.fraction());
                predict(output, failed);
            } finally {
                meter.clear();
            }
        }
        files.complete(state.failed() > 0);
        return new Outcome(state.rows(), state.failed(), state.reason(), resumed, meter.rate(state.rows()),
            meter.seconds());
    }

    private void requireSame(final RunState earlier) {
        final String what = !earlier.model().equals(state.model()) ? "the model is another one"
            : !earlier.settings().equals(state.settings()) ? "the options or the columns of the table are others" : null;
        if (what != null) {
            throw new IllegalArgumentException(cannotGoOn(earlier.rows(), what));
        }
    }

    private String cannotGoOn(final long rows, final String what) {
        return String.format(Locale.ENGLISH, "An earlier run has predicted %,d rows for '%s' and was broken "
            + "off, but %s, so it cannot be gone on with. Add --restart to begin anew, or choose another output.", rows,
            files.output(), what);
    }

    /** Reads over the rows that are done; they must be what they were. */
    private void skip() throws IOException {
        for (long row = 0; row < state.rows(); row++) {
            final Row skipped = table.next();
            if (skipped == null) {
                throw new IllegalArgumentException(cannotGoOn(state.rows(), "the table has fewer rows now"));
            }
            digest.add(skipped.values());
            if (row % Screen.BATCH == 0) {
                requireNotCancelled();
                meter.skipping(row, state.rows());
            }
        }
        if (state.rows() > 0 && !digest.value().equals(state.digest())) {
            throw new IllegalArgumentException(cannotGoOn(state.rows(), "these rows of the table have changed"));
        }
    }

    private void predict(final BlockFile output, final BlockFile failed) throws IOException {
        if (state.rows() == 0) {
            output.write(text.header().getBytes(StandardCharsets.UTF_8));
            failed.write(text.failedHeader().getBytes(StandardCharsets.UTF_8));
        }
        final ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            final Thread thread = new Thread(task, "predict");
            thread.setDaemon(true);
            return thread;
        });
        try {
            predict(pool, output, failed);
        } finally {
            pool.shutdownNow();
        }
    }

    private void predict(final ExecutorService pool, final BlockFile output, final BlockFile failed)
        throws IOException {
        final Deque<Pending> waiting = new ArrayDeque<>();
        long read = state.rows();
        boolean more = true;
        while (more || !waiting.isEmpty()) {
            requireNotCancelled();
            if (more && waiting.size() < AHEAD * threads) {
                final List<Row> rows = batch();
                final long first = read + 1;
                read += rows.size();
                more = rows.size() == Screen.BATCH;
                waiting.add(new Pending(pool.submit(() -> batch(rows, first)),
                    more && read % options.blockRows != 0 ? null : digest.value(), !more, table.fraction()));
            } else {
                final Pending next = waiting.remove();
                final PredictionText.Batch batch = result(next.batch);
                output.write(batch.lines());
                failed.write(batch.failures());
                state = state.with(batch.rows(), batch.failed(), batch.reason());
                if (next.digest != null) {
                    state = state.onDisk(next.digest, output.endBlock(), failed.endBlock(), next.last);
                    state.write(files.progress());
                }
                meter.rows(state.rows(), next.fraction);
            }
        }
    }

    private List<Row> batch() throws IOException {
        final List<Row> rows = new ArrayList<>(Screen.BATCH);
        Row row;
        while (rows.size() < Screen.BATCH && (row = table.next()) != null) {
            digest.add(row.values());
            rows.add(row);
        }
        return rows;
    }

    private PredictionText.Batch batch(final List<Row> rows, final long first) {
        final ScreenedRow[] screened = new ScreenedRow[rows.size()];
        final List<Object[]> usable = new ArrayList<>(rows.size());
        for (int i = 0; i < screened.length; i++) {
            try {
                if (rows.get(i).defect() == null) {
                    usable.add(sources.values(rows.get(i).values()));
                } else {
                    screened[i] = ScreenedRow.failed(rows.get(i).defect());
                }
            } catch (final NumberFormatException ex) {
                screened[i] = ScreenedRow.failed(ex.getMessage());
            }
        }
        final var predicted = screen.screen(usable).iterator();
        for (int i = 0; i < screened.length; i++) {
            screened[i] = screened[i] == null ? predicted.next() : screened[i];
        }
        return text.batch(rows, List.of(screened), first);
    }

    private static PredictionText.Batch result(final Future<PredictionText.Batch> future) throws IOException {
        try {
            return future.get();
        } catch (final ExecutionException ex) {
            if (ex.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (ex.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IOException(ex.getCause());
        } catch (final InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The run was interrupted.");
        }
    }

    private void requireNotCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
