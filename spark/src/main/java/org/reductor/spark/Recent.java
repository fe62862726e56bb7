/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map of a few entries, which forgets the one that was not asked for the longest. Not thread-safe.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
final class Recent<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private static final float LOAD = 0.75f;

    private final int kept;

    Recent(final int kept) {
        super(2 * kept, LOAD, true);
        this.kept = kept;
    }

    @Override
    protected boolean removeEldestEntry(final Map.Entry<K, V> eldest) {
        return size() > kept;
    }
}
