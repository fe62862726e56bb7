/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.image;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/**
 * Drawings in cells and at ports. KNIME's types for them come with an extension of its own (KNIME SVG Support), which is
 * part of most installations and not of all. Without it a drawing in a cell is text, that the node String to SVG turns
 * into a drawing elsewhere, and there are no images.
 */
public final class Drawings {

    private static final boolean SUPPORTED = isSupported();

    private Drawings() {
    }

    private static boolean isSupported() {
        try {
            SvgTypes.cellType();
            return true;
        } catch (NoClassDefFoundError e) { // NOSONAR the extension that has them is optional
            return false;
        }
    }

    /** @return the type of a column of drawings */
    public static DataType cellType() {
        return SUPPORTED ? SvgTypes.cellType() : StringCell.TYPE;
    }

    /**
     * @param svg an SVG document
     * @return its cell
     */
    public static DataCell cell(final String svg) {
        return SUPPORTED ? SvgTypes.cell(svg) : new StringCell(svg);
    }

    /**
     * @return what is known of an image before there is one
     * @throws InvalidSettingsException where KNIME has no type for it
     */
    public static ImagePortObjectSpec imageSpec() throws InvalidSettingsException {
        if (!SUPPORTED) {
            throw new InvalidSettingsException("The image is made as SVG, which this KNIME does not know. Install the "
                + "extension 'KNIME SVG Support', or save the picture from the view of the learner.");
        }
        return new ImagePortObjectSpec(SvgTypes.cellType());
    }

    /**
     * @param svg an SVG document
     * @return its image
     * @throws InvalidSettingsException where KNIME has no type for it
     */
    public static ImagePortObject image(final String svg) throws InvalidSettingsException {
        final ImagePortObjectSpec spec = imageSpec();
        return new ImagePortObject(SvgTypes.image(svg), spec);
    }
}
