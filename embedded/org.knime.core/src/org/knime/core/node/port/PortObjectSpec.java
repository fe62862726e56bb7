/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

/** What is known about the data of a port before there is any. */
public interface PortObjectSpec {

    /** Panels that show the spec; may be null or empty. */
    JComponent[] getViews();

    /** Writes and reads specs; has a public constructor without parameters. */
    abstract class PortObjectSpecSerializer<T extends PortObjectSpec> {

        public abstract void savePortObjectSpec(T portObjectSpec, PortObjectSpecZipOutputStream out)
            throws IOException;

        public abstract T loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException;
    }
}
