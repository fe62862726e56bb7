/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/**
 * The data of a port. A class of port objects narrows the return type of {@link #getSpec()}, has a constant
 * {@code TYPE}, and a serializer that plugin.xml names.
 */
public interface PortObject {

    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    /** One line about the content. */
    String getSummary();

    PortObjectSpec getSpec();

    /** Panels that show the content; may be null or empty. */
    JComponent[] getViews();

    /** Writes and reads port objects; has a public constructor without parameters. */
    abstract class PortObjectSerializer<T extends PortObject> {

        public abstract void savePortObject(T portObject, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;
    }
}
