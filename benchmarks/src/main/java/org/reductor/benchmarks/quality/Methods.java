/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All methods. */
final class Methods {

    private static final Map<String, Function<QualityOptions, Method>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(PruningMethod.ID, options -> new PruningMethod(options.settings()));
        ALL.put(Forest.ID, options -> new Forest());
        ALL.put(Boosting.ID, options -> new Boosting());
        ALL.put(TanimotoSvm.ID, options -> new TanimotoSvm());
    }

    private Methods() {
    }

    /** @return their ids, the product first */
    static List<String> ids() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * @param id of a method
     * @param options of the command
     * @return the method
     * @throws IllegalArgumentException if there is none of that name, or its options are wrong
     */
    static Method of(final String id, final QualityOptions options) {
        if (!ALL.containsKey(id)) {
            throw new IllegalArgumentException("There is no method '" + id + "'. There are "
                + String.join(", ", ids()) + ".");
        }
        return ALL.get(id).apply(options);
    }
}
