/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the parts of a {@link Message}. */
public final class MessageBuilder {

    private final List<String> issues = new ArrayList<>();

    private final List<String> resolutions = new ArrayList<>();

    private String summary;

    MessageBuilder() {
    }

    public MessageBuilder withSummary(final String summary) {
        this.summary = summary;
        return this;
    }

    public MessageBuilder addTextIssue(final String description) {
        issues.add(description);
        return this;
    }

    public MessageBuilder addRowIssue(final int portIndex, final int columnIndex, final long rowIndex,
        final String description) {
        issues.add("Row " + (rowIndex + 1) + ", column " + (columnIndex + 1) + ": " + description);
        return this;
    }

    public MessageBuilder addResolutions(final String... res) {
        resolutions.addAll(List.of(res));
        return this;
    }

    public long getIssueCount() {
        return issues.size();
    }

    /** The message, or nothing as long as there is no summary. */
    public Optional<Message> build() {
        return summary == null ? Optional.empty() : Optional.of(new Message(summary, issues, resolutions));
    }
}
