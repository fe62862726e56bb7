/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.data;

import java.util.List;
import java.util.Map;

/** What people call the features of a block. */
final class FeatureNames {

    /** Kinds whose name is not just their identifier with capitals. */
    private static final Map<String, String> KINDS =
        Map.of("rdkit", "RDKit", "maccs", "MACCS", FeatureBlock.BIT_VECTOR, "", FeatureBlock.COUNT_VECTOR, "",
            FeatureBlock.DOUBLE_VECTOR, "");

    private static final String COUNT = "-count";

    private FeatureNames() {
    }

    static String of(final FeatureBlock block, final int position) {
        if (block.parameters().containsKey(FeatureBlock.CATEGORIES)) {
            return block.column() + " = " + item(block, FeatureBlock.CATEGORIES, position);
        }
        final String role = block.parameters().get(FeatureBlock.ROLE);
        final String source = role == null ? block.column() : block.column() + " (" + role + ")";
        if (block.parameters().containsKey(FeatureBlock.NAMES)) {
            return source + ": " + item(block, FeatureBlock.NAMES, position);
        }
        if (FeatureBlock.NUMERIC.equals(block.kind())) {
            return source;
        }
        return source + ": " + (kind(block.kind()) + " " + position).stripLeading();
    }

    /** A recipe from elsewhere may list too few: naming features never fails. */
    private static String item(final FeatureBlock block, final String parameter, final int position) {
        final List<String> items = block.texts(parameter);
        return position < items.size() ? items.get(position) : "#" + position;
    }

    private static String kind(final String id) {
        if (id.endsWith(COUNT)) {
            return capitals(id.substring(0, id.length() - COUNT.length())) + " count";
        }
        return (capitals(id) + switch (id) {
            case FeatureBlock.COUNT_VECTOR -> " count";
            case FeatureBlock.DOUBLE_VECTOR -> " value";
            default -> " bit";
        }).stripLeading();
    }

    /** "feature-morgan" becomes "Feature Morgan". */
    private static String capitals(final String id) {
        if (KINDS.containsKey(id)) {
            return KINDS.get(id);
        }
        final StringBuilder text = new StringBuilder();
        for (final String word : id.split("-", -1)) {
            if (!word.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
            }
        }
        return text.toString();
    }
}
