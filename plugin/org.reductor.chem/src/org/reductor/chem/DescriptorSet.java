/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

import java.util.List;
import java.util.stream.Stream;

/** Which descriptors a new recipe gets. A recipe names each of them, so that it stays what it is when a set grows. */
public enum DescriptorSet {

    /** None. */
    NONE,
    /** Twenty well-known ones, such as weight, logP, polar surface, donors, acceptors and rings. */
    BASIC,
    /** All that this version knows. */
    ALL;

    private static final int BASIC_COUNT = 20;

    /** @return the names of its descriptors, in the order of the features */
    public List<String> ids() {
        return switch (this) {
            case NONE -> List.of();
            case BASIC -> Stream.of(Descriptor.values()).limit(BASIC_COUNT).map(Descriptor::id).toList();
            case ALL -> DescriptorCatalog.ids();
        };
    }
}
