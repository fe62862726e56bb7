/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.util.Objects;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.reductor.core.model.PerturbedNetworks;

/** Perturbed networks on their way between nodes. */
public final class PerturbedNetworksPortObject implements PortObject {

    /** The type of a port that needs them. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(PerturbedNetworksPortObject.class);

    /** The type of a port that takes them but does not need them. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(PerturbedNetworksPortObject.class, true);

    private final PerturbedNetworks content;

    /** @param content what the port carries */
    public PerturbedNetworksPortObject(final PerturbedNetworks content) {
        this.content = Objects.requireNonNull(content, "content");
    }

    /** @return what the port carries */
    public PerturbedNetworks content() {
        return content;
    }

    @Override
    public String getSummary() {
        return ModelText.perturbed(content.perturbation(), content.training().folds().size());
    }

    @Override
    public PerturbedNetworksPortObjectSpec getSpec() {
        return new PerturbedNetworksPortObjectSpec(content.perturbation(), content.training().folds().size());
    }

    @Override
    public JComponent[] getViews() { // the platform's signature; there is nothing to show in Swing
        return new JComponent[0];
    }

    /** Saves the content as one entry. Called by KNIME. */
    public static final class Serializer extends PortObjectSerializer<PerturbedNetworksPortObject> {

        private static final String ENTRY = "networks.perturbed";

        @Override
        public void savePortObject(final PerturbedNetworksPortObject portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            out.putNextEntry(new ZipEntry(ENTRY));
            portObject.content.write(out);
            out.closeEntry();
        }

        @Override
        public PerturbedNetworksPortObject loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final ZipEntry entry = in.getNextEntry();
            if (entry == null || !ENTRY.equals(entry.getName())) {
                throw new IOException("The saved port is damaged: there is no entry " + ENTRY + ".");
            }
            return new PerturbedNetworksPortObject(PerturbedNetworks.read(in));
        }
    }
}
