/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.reductor.core.objective.Perturbation;

/** What is known of perturbed networks before they exist. */
public final class PerturbedNetworksPortObjectSpec extends DescribedSpec {

    private final int controls;

    /**
     * @param perturbation how targets differ
     * @param controls number of control networks that they are copies of
     */
    public PerturbedNetworksPortObjectSpec(final Perturbation perturbation, final int controls) {
        this(ModelText.perturbed(perturbation, controls), controls);
    }

    private PerturbedNetworksPortObjectSpec(final String description, final int controls) {
        super(description);
        this.controls = controls;
    }

    /** @return number of control networks that they are copies of */
    public int controls() {
        return controls;
    }

    /** Called by KNIME. */
    public static final class Serializer extends PortObjectSpecSerializer<PerturbedNetworksPortObjectSpec> {

        private static final String ENTRY = "controls";

        @Override
        public void savePortObjectSpec(final PerturbedNetworksPortObjectSpec spec,
            final PortObjectSpecZipOutputStream out) throws IOException {
            save(spec, out);
            PortEntry.write(out, ENTRY, ByteBuffer.allocate(Integer.BYTES).putInt(spec.controls).array());
        }

        @Override
        public PerturbedNetworksPortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in)
            throws IOException {
            final String description = load(in, text -> text);
            final byte[] controls = PortEntry.read(in, ENTRY, "The saved spec of a port");
            if (controls.length != Integer.BYTES) {
                throw new IOException("The saved spec of a port is damaged: its entry " + ENTRY + " has "
                    + controls.length + " bytes, not " + Integer.BYTES + ".");
            }
            return new PerturbedNetworksPortObjectSpec(description, ByteBuffer.wrap(controls).getInt());
        }
    }
}
