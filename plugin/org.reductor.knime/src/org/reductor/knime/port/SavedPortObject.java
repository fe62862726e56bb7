/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/**
 * What all ports of this category share: they are saved with the workflow as an entry in the format of the core, and
 * are shown by {@link PortViews}, not in Swing.
 */
abstract class SavedPortObject implements PortObject {

    /**
     * @param out where the port's entry has been begun; it is ended for whoever writes
     * @throws IOException if it cannot be written
     */
    abstract void write(PortObjectZipOutputStream out) throws IOException;

    @Override
    public JComponent[] getViews() { // the platform's signature
        return new JComponent[0];
    }

    /**
     * Saves and loads such a port.
     *
     * @param <P> the class of the port; KNIME asks each serializer's direct superclass for it, by reflection
     */
    abstract static class EntrySerializer<P extends SavedPortObject> extends PortObject.PortObjectSerializer<P> {

        private final String entry;

        /** @param entry the port's entry */
        EntrySerializer(final String entry) {
            this.entry = entry;
        }

        /**
         * @param in the zip, in the port's entry
         * @param spec what is saved beside it; {@code null} if nothing is
         * @return the port
         * @throws IOException if the entry is damaged or cannot be read
         */
        abstract P read(PortObjectZipInputStream in, PortObjectSpec spec) throws IOException;

        @Override
        public void savePortObject(final P portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            out.putNextEntry(new ZipEntry(entry));
            portObject.write(out);
            out.closeEntry();
        }

        @Override
        public P loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            PortEntry.open(in, entry, "The saved port");
            return read(in, spec);
        }
    }
}
