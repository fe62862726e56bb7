/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All descriptors by name, in the order in which a block has them. */
final class DescriptorCatalog {

    /**
     * Where a descriptor comes from.
     *
     * @param source its calculation
     * @param index which of the calculation's values it is
     */
    record Entry(DescriptorSource source, int index) {
    }

    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    static {
        Stream.<DescriptorSource> concat(Stream.of(Descriptor.values()), Stream.of(DescriptorFamily.values()))
            .forEach(DescriptorCatalog::add);
    }

    private DescriptorCatalog() {
    }

    private static void add(final DescriptorSource source) {
        for (int i = 0; i < source.ids().size(); i++) {
            if (ENTRIES.put(source.ids().get(i), new Entry(source, i)) != null) {
                throw new IllegalStateException("There are two descriptors named '" + source.ids().get(i) + "'.");
            }
        }
    }

    /** @return the names of all descriptors */
    static List<String> ids() {
        return new ArrayList<>(ENTRIES.keySet());
    }

    /**
     * @param id as in a recipe
     * @return where it comes from
     * @throws IllegalArgumentException for an unknown one, naming it and the known ones
     */
    static Entry of(final String id) {
        final Entry entry = ENTRIES.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("The descriptor '" + id
                + "' is not known to this version of Reductor. Known descriptors: " + String.join(", ", ids()) + ".");
        }
        return entry;
    }
}
