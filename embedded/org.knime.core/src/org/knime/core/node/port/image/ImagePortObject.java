/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.port.image;

import java.util.Objects;

import javax.swing.JComponent;

import org.knime.core.data.DataCell;
import org.knime.core.data.image.ImageContent;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** An image at a port. */
public class ImagePortObject implements PortObject {

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ImagePortObject.class);

    private final ImageContent content;

    private final ImagePortObjectSpec spec;

    public ImagePortObject(final ImageContent content, final ImagePortObjectSpec spec) {
        this.content = Objects.requireNonNull(content);
        this.spec = Objects.requireNonNull(spec);
    }

    /** The image as a cell of the type that the spec names. */
    public DataCell toDataCell() {
        final DataCell cell = content.toImageCell();
        if (!spec.getDataType().isASuperTypeOf(cell.getType())) {
            throw new IllegalStateException("An image of type " + spec.getDataType() + " is a " + cell.getType());
        }
        return cell;
    }

    @Override
    public String getSummary() {
        return content.getSummary();
    }

    @Override
    public ImagePortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public JComponent[] getViews() {
        return null; // NOSONAR this stand-in has no panels
    }
}
