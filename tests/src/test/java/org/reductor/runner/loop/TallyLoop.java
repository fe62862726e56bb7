/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.loop;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.LoopStartNode;
import org.knime.core.webui.node.impl.WebUINodeConfiguration;
import org.knime.core.webui.node.impl.WebUINodeFactory;
import org.knime.core.webui.node.impl.WebUINodeModel;
import org.knime.node.parameters.NodeParameters;

/** A loop that hands its own port object from the end of an iteration to the start of the next. */
final class TallyLoop {

    private TallyLoop() {
    }

    /** Settings of the start. */
    static final class StartParameters implements NodeParameters {
        int m_first;
    }

    /** Settings of the end. */
    static final class EndParameters implements NodeParameters {
        int m_limit = 5;
    }

    /** The start. */
    public static final class StartFactory extends WebUINodeFactory<StartModel> {

        private static final WebUINodeConfiguration CONFIGURATION = WebUINodeConfiguration.builder() //
            .name("Tally Loop Start").icon("start.svg").shortDescription("Starts.").fullDescription("Starts.") //
            .modelSettingsClass(StartParameters.class) //
            .addInputPort("Table", BufferedDataTable.TYPE, "Ignored.") //
            .addOutputPort("Tally", TallyPortObject.TYPE, "The tally.") //
            .nodeType(NodeType.LoopStart).build();

        /** Called by the platform. */
        public StartFactory() {
            super(CONFIGURATION);
        }

        @Override
        public StartModel createNodeModel() {
            return new StartModel(CONFIGURATION);
        }
    }

    static final class StartModel extends WebUINodeModel<StartParameters> implements LoopStartNode {

        private boolean running;

        StartModel(final WebUINodeConfiguration configuration) {
            super(configuration, StartParameters.class);
        }

        @Override
        protected PortObjectSpec[] configure(final PortObjectSpec[] in, final StartParameters parameters) {
            if (running) {
                throw new IllegalStateException("a loop start is not configured between iterations");
            }
            return new PortObjectSpec[]{new TallyPortObject(parameters.m_first).getSpec()};
        }

        @Override
        protected PortObject[] execute(final PortObject[] in, final ExecutionContext exec,
            final StartParameters parameters) throws Exception {
            final var tally = running ? ((EndModel)getLoopEndNode()).tally : new TallyPortObject(parameters.m_first);
            running = true;
            return new PortObject[]{tally};
        }

        @Override
        protected void reset() {
            running = false;
        }
    }

    /** The end. */
    public static final class EndFactory extends WebUINodeFactory<EndModel> {

        private static final WebUINodeConfiguration CONFIGURATION = WebUINodeConfiguration.builder() //
            .name("Tally Loop End").icon("end.svg").shortDescription("Ends.").fullDescription("Ends.") //
            .modelSettingsClass(EndParameters.class) //
            .addInputPort("Tally", TallyPortObject.TYPE, "The tally.") //
            .addOutputPort("Tally", TallyPortObject.TYPE, "The last tally.") //
            .addOutputTable("History", "The tally after each iteration.") //
            .nodeType(NodeType.LoopEnd).build();

        /** Called by the platform. */
        public EndFactory() {
            super(CONFIGURATION);
        }

        @Override
        public EndModel createNodeModel() {
            return new EndModel(CONFIGURATION);
        }
    }

    static final class EndModel extends WebUINodeModel<EndParameters> implements LoopEndNode {

        private static final DataTableSpec HISTORY =
            new DataTableSpec(new DataColumnSpecCreator("tally", IntCell.TYPE).createSpec());

        private TallyPortObject tally;

        private BufferedDataContainer history;

        private int iteration;

        EndModel(final WebUINodeConfiguration configuration) {
            super(configuration, EndParameters.class);
        }

        @Override
        protected PortObjectSpec[] configure(final PortObjectSpec[] in, final EndParameters parameters) {
            return new PortObjectSpec[]{null, HISTORY}; // the last tally is not known before
        }

        @Override
        protected PortObject[] execute(final PortObject[] in, final ExecutionContext exec,
            final EndParameters parameters) throws Exception {
            tally = (TallyPortObject)in[0];
            if (history == null) {
                history = exec.createDataContainer(HISTORY);
            }
            history.addRowToTable(new DefaultRow("Iteration " + ++iteration, new IntCell(tally.value())));
            if (tally.value() < parameters.m_limit) {
                continueLoop();
                return new PortObject[]{null, null};
            }
            history.close();
            final BufferedDataTable all = history.getTable();
            return new PortObject[]{tally, all};
        }

        @Override
        protected void reset() {
            tally = null;
            history = null;
            iteration = 0;
        }
    }
}
