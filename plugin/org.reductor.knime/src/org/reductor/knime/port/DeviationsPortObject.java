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
import org.reductor.core.model.Deviations;

/** Deviations of weights on their way between nodes. */
public final class DeviationsPortObject extends SavedPortObject {

    /** The type of a port that needs them. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(DeviationsPortObject.class);

    private final Deviations content;

    /** @param content what the port carries */
    public DeviationsPortObject(final Deviations content) {
        this.content = Objects.requireNonNull(content, "content");
    }

    /** @return what the port carries */
    public Deviations content() {
        return content;
    }

    @Override
    public String getSummary() {
        return ModelText.deviations(content.criterion());
    }

    @Override
    public DeviationsPortObjectSpec getSpec() {
        return new DeviationsPortObjectSpec(getSummary());
    }

    @Override
    void write(final PortObjectZipOutputStream out) throws IOException {
        content.write(out);
    }

    /** Called by KNIME. */
    public static final class Serializer extends EntrySerializer<DeviationsPortObject> {

        /** Called by KNIME. */
        public Serializer() {
            super("deviations.scores");
        }

        @Override
        DeviationsPortObject read(final PortObjectZipInputStream in, final PortObjectSpec spec)
            throws IOException {
            return new DeviationsPortObject(Deviations.read(in));
        }
    }
}
