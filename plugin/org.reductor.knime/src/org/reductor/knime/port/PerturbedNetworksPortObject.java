/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.util.Objects;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.reductor.core.model.PerturbedNetworks;

/** Perturbed networks on their way between nodes. */
public final class PerturbedNetworksPortObject extends SavedPortObject {

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
    void write(final PortObjectZipOutputStream out) throws IOException {
        content.write(out);
    }

    /** Called by KNIME. */
    public static final class Serializer extends EntrySerializer<PerturbedNetworksPortObject> {

        /** Called by KNIME. */
        public Serializer() {
            super("networks.perturbed");
        }

        @Override
        PerturbedNetworksPortObject read(final PortObjectZipInputStream in, final PortObjectSpec spec)
            throws IOException {
            return new PerturbedNetworksPortObject(PerturbedNetworks.read(in));
        }
    }
}
