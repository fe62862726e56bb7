/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.base.data.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Makes cells of drawings. */
public final class SvgCellFactory {

    public static final DataType TYPE = SvgCell.TYPE;

    /** Refuses what is no XML with an IllegalArgumentException. */
    public DataCell createCell(final String input) {
        try {
            return new SvgImageContent(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))).toImageCell();
        } catch (final IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
