/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.port.image;

import java.util.Objects;

import javax.swing.JComponent;

import org.knime.core.data.DataType;
import org.knime.core.node.port.PortObjectSpec;

/** Tells which cell an image will be. */
public final class ImagePortObjectSpec implements PortObjectSpec {

    private final DataType type;

    public ImagePortObjectSpec(final DataType type) {
        this.type = Objects.requireNonNull(type);
    }

    public DataType getDataType() {
        return type;
    }

    @Override
    public JComponent[] getViews() {
        return null; // NOSONAR this stand-in has no panels
    }
}
