/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.loop;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A number on its way round a loop. */
public record TallyPortObject(int value) implements PortObject {

    static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(TallyPortObject.class);

    /** The spec, which knows whether the number is even: it changes from iteration to iteration. */
    public record Spec(boolean even) implements PortObjectSpec {

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }
    }

    @Override
    public String getSummary() {
        return "tally " + value;
    }

    @Override
    public Spec getSpec() {
        return new Spec(value % 2 == 0);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }
}
