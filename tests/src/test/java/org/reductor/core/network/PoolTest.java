/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PoolTest {

    private final AtomicInteger made = new AtomicInteger();

    private final Pool<Integer> pool = new Pool<>(2, made::incrementAndGet);

    @Test
    void whatIsGivenBackIsUsedAgain() {
        final Integer first = pool.take();
        assertThat(pool.take()).isNotEqualTo(first);
        pool.giveBack(first);
        assertThat(pool.take()).isEqualTo(first);
        assertThat(made).hasValue(2);
    }

    @Test
    void noMoreAreKeptThanThePoolIsLarge() {
        IntStream.range(0, 5).mapToObj(i -> pool.take()).toList().forEach(pool::giveBack);
        IntStream.range(0, 3).forEach(i -> pool.take());
        assertThat(made).hasValue(5 + 1);
    }

    @Test
    void noTwoUseTheSameAtOnce() {
        final Set<Integer> inUse = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(i -> {
            final Integer mine = pool.take();
            assertThat(inUse.add(mine)).isTrue();
            inUse.remove(mine);
            pool.giveBack(mine);
        });
        assertThat(inUse).isEmpty();
    }
}
