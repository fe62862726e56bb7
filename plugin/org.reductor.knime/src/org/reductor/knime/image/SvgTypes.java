/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.knime.base.data.xml.SvgCellFactory;
import org.knime.base.data.xml.SvgImageContentFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/**
 * The only class that touches KNIME's types for SVG, which are an extension of their own: where it is not installed,
 * the class fails with a {@link NoClassDefFoundError} when it is used. It goes through KNIME's factories, whose
 * signatures do without the classes of Batik.
 */
final class SvgTypes {

    private SvgTypes() {
    }

    static DataType cellType() {
        return SvgCellFactory.TYPE;
    }

    static DataCell cell(final String svg) {
        return new SvgCellFactory().createCell(svg);
    }

    static ImageContent image(final String svg) {
        try {
            return new SvgImageContentFactory()
                .create(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
