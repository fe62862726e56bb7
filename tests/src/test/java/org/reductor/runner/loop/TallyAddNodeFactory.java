/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.loop;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.impl.WebUINodeConfiguration;
import org.knime.core.webui.node.impl.WebUINodeFactory;
import org.knime.core.webui.node.impl.WebUINodeModel;
import org.knime.node.parameters.NodeParameters;

/** Adds a number to a tally, and notices whether it is reset between executions. */
public final class TallyAddNodeFactory extends WebUINodeFactory<TallyAddNodeFactory.Model> {

    private static final WebUINodeConfiguration CONFIGURATION = WebUINodeConfiguration.builder() //
        .name("Tally Add").icon("add.svg").shortDescription("Adds.").fullDescription("Adds.") //
        .modelSettingsClass(Parameters.class) //
        .addInputPort("Tally", TallyPortObject.TYPE, "A tally.") //
        .addOutputPort("Tally", TallyPortObject.TYPE, "A larger tally.").build();

    static final class Parameters implements NodeParameters {
        int m_amount = 1;

        int m_failAt = -1;
    }

    /** Called by the platform. */
    public TallyAddNodeFactory() {
        super(CONFIGURATION);
    }

    @Override
    public Model createNodeModel() {
        return new Model();
    }

    static final class Model extends WebUINodeModel<Parameters> {

        private boolean used;

        Model() {
            super(CONFIGURATION, Parameters.class);
        }

        @Override
        protected PortObjectSpec[] configure(final PortObjectSpec[] in, final Parameters parameters) {
            final boolean even = ((TallyPortObject.Spec)in[0]).even();
            return new PortObjectSpec[]{new TallyPortObject.Spec(even == (parameters.m_amount % 2 == 0))};
        }

        @Override
        protected PortObject[] execute(final PortObject[] in, final ExecutionContext exec,
            final Parameters parameters) throws Exception {
            if (used) {
                throw new IllegalStateException("not reset");
            }
            used = true;
            final int value = ((TallyPortObject)in[0]).value();
            if (value == parameters.m_failAt) {
                throw new IllegalArgumentException("cannot add to " + value);
            }
            if (value > 0) {
                setWarningMessage("not the first");
            }
            return new PortObject[]{new TallyPortObject(value + parameters.m_amount)};
        }

        @Override
        protected void reset() {
            used = false;
        }
    }
}
