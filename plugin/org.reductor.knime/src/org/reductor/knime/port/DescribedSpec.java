/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/** What all specs of this category share: a line for people, which may be all that is known before a node has run. */
abstract class DescribedSpec implements PortObjectSpec {

    private static final String ENTRY = "description.txt";

    private final String description;

    DescribedSpec(final String description) {
        this.description = Objects.requireNonNull(description, "description");
    }

    /** @return one line for people */
    public String description() {
        return description;
    }

    @Override
    public JComponent[] getViews() { // the platform's signature; there is nothing to show in Swing
        return new JComponent[0];
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // specs of different ports differ, whatever they say
    public boolean equals(final Object other) {
        return other != null && other.getClass() == getClass()
            && ((DescribedSpec)other).description.equals(description);
    }

    @Override
    public int hashCode() {
        return description.hashCode();
    }

    static void save(final DescribedSpec spec, final PortObjectSpecZipOutputStream out) throws IOException {
        PortEntry.write(out, ENTRY, spec.description.getBytes(StandardCharsets.UTF_8));
    }

    static <S> S load(final PortObjectSpecZipInputStream in, final Function<String, S> create)
        throws IOException {
        return create.apply(new String(PortEntry.read(in, ENTRY, "The saved spec of a port"), StandardCharsets.UTF_8));
    }
}
