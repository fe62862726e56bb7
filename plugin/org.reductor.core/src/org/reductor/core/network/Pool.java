/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.network;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Objects that are worth using again, for any number of threads; a few are kept, and more are made while more are in
 * use. Unlike a {@link ThreadLocal} it dies with its owner: the value of a thread local stays with the thread for as
 * long as the thread local can be reached, which a value that refers to it ensures for ever.
 *
 * @param <T> what is kept
 */
final class Pool<T> {

    private final AtomicReferenceArray<T> idle;
    private final Supplier<T> maker;

    /**
     * @param size how many idle objects are kept
     * @param maker makes a new one
     */
    Pool(final int size, final Supplier<T> maker) {
        idle = new AtomicReferenceArray<>(size);
        this.maker = maker;
    }

    /** @return an object that nobody else uses until it is given back */
    T take() {
        for (int i = 0; i < idle.length(); i++) {
            // Looking first is cheap; only a slot that is not empty is worth an atomic exchange.
            final T taken = idle.get(i) == null ? null : idle.getAndSet(i, null);
            if (taken != null) {
                return taken;
            }
        }
        return maker.get();
    }

    /** @param object what {@link #take} gave; dropped if enough others are idle */
    void giveBack(final T object) {
        for (int i = 0; i < idle.length(); i++) {
            if (idle.get(i) == null && idle.compareAndSet(i, null, object)) {
                return;
            }
        }
    }
}
