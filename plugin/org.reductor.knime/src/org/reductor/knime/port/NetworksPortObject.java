/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.RoundState;

/**
 * Networks on their way between nodes: a {@link NetworkModel}, saved as the model file that it is, and where rounds are
 * driven step by step a {@link RoundState} beside it.
 */
public final class NetworksPortObject extends SavedPortObject {

    /** The type of a port that needs networks. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(NetworksPortObject.class);

    /** The type of a port that takes networks but does not need them. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(NetworksPortObject.class, true);

    private final NetworkModel model;

    private final Optional<RoundState> state;

    private final NetworksPortObjectSpec spec;

    /** @param model the networks with all that belongs to them */
    public NetworksPortObject(final NetworkModel model) {
        this(model, Optional.empty());
    }

    /**
     * @param model the networks with all that belongs to them
     * @param state what the next step must know of those before it
     */
    public NetworksPortObject(final NetworkModel model, final RoundState state) {
        this(model, Optional.of(state));
    }

    private NetworksPortObject(final NetworkModel model, final Optional<RoundState> state) {
        this.model = Objects.requireNonNull(model, "model");
        this.state = state;
        spec = NetworksPortObjectSpec.of(model, state);
    }

    /** @return the networks with all that belongs to them */
    public NetworkModel model() {
        return model;
    }

    /** @return what the next step must know; empty for networks of a whole run and for those of a file */
    public Optional<RoundState> state() {
        return state;
    }

    @Override
    public String getSummary() {
        return ModelText.summary(model) + state.map(s -> "; " + ModelText.state(s)).orElse("");
    }

    @Override
    public NetworksPortObjectSpec getSpec() {
        return spec;
    }

    @Override
    void write(final PortObjectZipOutputStream out) throws IOException {
        model.write(out);
        if (state.isPresent()) {
            out.putNextEntry(new ZipEntry(Serializer.STATE_ENTRY));
            state.get().write(out);
        }
    }

    /** Saves the model file as one entry and the state as another. Called by KNIME. */
    public static final class Serializer extends EntrySerializer<NetworksPortObject> {

        private static final String STATE_ENTRY = "round.state";

        /** Called by KNIME. */
        public Serializer() {
            super("networks.reductor");
        }

        @Override
        NetworksPortObject read(final PortObjectZipInputStream in, final PortObjectSpec spec)
            throws IOException {
            final NetworkModel model = NetworkModel.read(in);
            final ZipEntry second = PortEntry.next(in, "The saved port");
            if (second != null && STATE_ENTRY.equals(second.getName())) {
                return new NetworksPortObject(model, RoundState.read(in));
            }
            if (spec instanceof NetworksPortObjectSpec saved && saved.isOfARound()) {
                throw new IOException("The saved port is damaged: it has no entry " + STATE_ENTRY + ".");
            }
            return new NetworksPortObject(model);
        }
    }
}
