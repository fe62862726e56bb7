/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;

import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** What is known of deviations before they exist. */
public final class DeviationsPortObjectSpec extends DescribedSpec {

    /** @param description one line for people */
    public DeviationsPortObjectSpec(final String description) {
        super(description);
    }

    /** Called by KNIME. */
    public static final class Serializer extends PortObjectSpecSerializer<DeviationsPortObjectSpec> {

        @Override
        public void savePortObjectSpec(final DeviationsPortObjectSpec spec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            save(spec, out);
        }

        @Override
        public DeviationsPortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            return load(in, DeviationsPortObjectSpec::new);
        }
    }
}
