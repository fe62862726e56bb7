/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.core.network.Member;
import org.reductor.core.prune.RunMonitor;
import org.reductor.core.train.TrainedNetwork;

/** Learners and users of a model do not disturb each other. */
class ManyAtOnceTest {

    @TempDir
    private Path temporary;

    private static <T> List<T> all(final int threads, final Callable<T> work) throws Exception {
        final ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            final List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                calls.add(work);
            }
            final List<T> results = new ArrayList<>();
            for (final Future<T> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void tenLearnersInParallelGiveTheSameBytes() throws Exception {
        final byte[] alone = StoredKind.MODEL.sample();
        final List<byte[]> models = all(10, () -> {
            final Path folder = temporary.resolve(Thread.currentThread().getName());
            try (CheckpointFolder kept = CheckpointFolder.open(folder,
                RunToKill.provenance(RunToKill.DATA, RunToKill.settings(), "test"))) {
                final var out = new ByteArrayOutputStream();
                RunToKill.run(RunToKill.settings(), kept, RunMonitor.NONE).write(out);
                return out.toByteArray();
            }
        });
        assertThat(models).allSatisfy(model -> assertThat(model).isEqualTo(alone));
    }

    @Test
    void severalThreadsUseAndWriteOneModel() throws Exception {
        final byte[] bytes = StoredKind.MODEL.sample();
        final NetworkModel model = NetworkModel.read(new ByteArrayInputStream(bytes));
        final String expected = StoreFiles.predictions(model);
        assertThat(all(4, () -> StoreFiles.predictions(model))).containsOnly(expected);
        assertThat(all(4, () -> {
            final var out = new ByteArrayOutputStream();
            model.write(out);
            return out.toByteArray();
        })).allSatisfy(written -> assertThat(written).isEqualTo(bytes));
    }

    @Test
    void threadsThatKeepNetworksDoNotMixTheirFiles() throws Exception {
        final NetworkModel model = NetworkModel.read(new ByteArrayInputStream(StoredKind.MODEL.sample()));
        final Member member = model.networks().members().get(0);
        try (CheckpointFolder kept = CheckpointFolder.open(temporary.resolve("run"), model.provenance())) {
            all(8, () -> {
                final String name = Thread.currentThread().getName();
                for (int i = 0; i < 20; i++) {
                    kept.keep(name, member, new TrainedNetwork(member.network(), i, i, i));
                    assertThat(kept.find(name, member).orElseThrow().epochs()).isEqualTo(i);
                }
                return name;
            });
            assertThat(kept.notes()).isEmpty();
        }
    }
}
