/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;

import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** What is known of perturbed networks before they exist. */
public final class PerturbedNetworksPortObjectSpec extends DescribedSpec {

    /** @param description one line for people */
    public PerturbedNetworksPortObjectSpec(final String description) {
        super(description);
    }

    /** Called by KNIME. */
    public static final class Serializer extends PortObjectSpecSerializer<PerturbedNetworksPortObjectSpec> {

        @Override
        public void savePortObjectSpec(final PerturbedNetworksPortObjectSpec spec,
            final PortObjectSpecZipOutputStream out) throws IOException {
            save(spec, out);
        }

        @Override
        public PerturbedNetworksPortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in)
            throws IOException {
            return load(in, PerturbedNetworksPortObjectSpec::new);
        }
    }
}
