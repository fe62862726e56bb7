/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.loop;

import java.util.concurrent.TimeUnit;

import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.LoopStartNodeTerminator;
import org.knime.core.webui.node.impl.WebUINodeConfiguration;
import org.knime.core.webui.node.impl.WebUINodeFactory;
import org.knime.core.webui.node.impl.WebUINodeModel;
import org.knime.node.parameters.NodeParameters;

/** A loop that hands the same table out a number of times and collects what comes back. */
final class CountLoop {

    private CountLoop() {
    }

    /** Settings of the start. */
    static final class StartParameters implements NodeParameters {
        int m_iterations = 3;
    }

    /** Settings of the end. */
    static final class EndParameters implements NodeParameters {
        boolean m_reportNumbers = true;
    }

    /** The start. */
    public static final class StartFactory extends WebUINodeFactory<StartModel> {

        private static final WebUINodeConfiguration CONFIGURATION = WebUINodeConfiguration.builder() //
            .name("Count Loop Start").icon("start.svg").shortDescription("Repeats.").fullDescription("Repeats.") //
            .modelSettingsClass(StartParameters.class) //
            .addInputPort("Table", BufferedDataTable.TYPE, "Rows.").addOutputTable("Table", "The same rows.") //
            .nodeType(NodeType.LoopStart).keywords("repeat").sinceVersion(5, 8, 0).build();

        /** Called by the platform. */
        public StartFactory() {
            super(CONFIGURATION);
        }

        @Override
        public StartModel createNodeModel() {
            return new StartModel(CONFIGURATION);
        }
    }

    static final class StartModel extends WebUINodeModel<StartParameters> implements LoopStartNodeTerminator {

        private int iteration;

        private int iterations;

        StartModel(final WebUINodeConfiguration configuration) {
            super(configuration, StartParameters.class);
        }

        @Override
        protected PortObjectSpec[] configure(final PortObjectSpec[] in, final StartParameters parameters)
            throws InvalidSettingsException {
            if (parameters.m_iterations < 1) {
                throw new InvalidSettingsException("'iterations' is " + parameters.m_iterations + "; at least 1.");
            }
            pushFlowVariableInt("currentIteration", iteration);
            return in;
        }

        @Override
        protected PortObject[] execute(final PortObject[] in, final ExecutionContext exec,
            final StartParameters parameters) throws Exception {
            iterations = parameters.m_iterations;
            if (iteration > 0 != getLoopEndNode() instanceof EndModel) {
                throw new IllegalStateException("iteration " + iteration + " with the end " + getLoopEndNode());
            }
            pushFlowVariableInt("currentIteration", iteration++);
            return in;
        }

        @Override
        public boolean terminateLoop() {
            return iteration >= iterations;
        }

        @Override
        protected void reset() {
            iteration = 0;
        }
    }

    /** The end. */
    public static final class EndFactory extends WebUINodeFactory<EndModel> {

        private static final WebUINodeConfiguration CONFIGURATION = WebUINodeConfiguration.builder() //
            .name("Count Loop End").icon("end.svg").shortDescription("Collects.").fullDescription("Collects.") //
            .modelSettingsClass(EndParameters.class) //
            .addInputPort("Table", BufferedDataTable.TYPE, "Rows.") //
            .addOutputTable("All", "The rows of all iterations.") //
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

        private BufferedDataContainer rows;

        private int iteration;

        EndModel(final WebUINodeConfiguration configuration) {
            super(configuration, EndParameters.class);
        }

        private static DataTableSpec spec(final DataTableSpec in) {
            return new DataTableSpecCreator(in)
                .addColumns(new DataColumnSpecCreator("Iteration", IntCell.TYPE).createSpec()).createSpec();
        }

        @Override
        protected PortObjectSpec[] configure(final PortObjectSpec[] in, final EndParameters parameters) {
            return new PortObjectSpec[]{spec((DataTableSpec)in[0])};
        }

        @Override
        protected PortObject[] execute(final PortObject[] in, final ExecutionContext exec,
            final EndParameters parameters) throws Exception {
            final BufferedDataTable table = (BufferedDataTable)in[0];
            if (rows == null) {
                rows = exec.createDataContainer(spec(table.getDataTableSpec()));
            }
            for (final DataRow row : table) {
                rows.addRowToTable(new DefaultRow(row.getKey() + "#" + iteration, row.getCell(0),
                    new IntCell(peekFlowVariableInt("currentIteration"))));
            }
            iteration++;
            pushFlowVariableInt("collected", iteration);
            if (!((LoopStartNodeTerminator)getLoopStartNode()).terminateLoop()) {
                if (parameters.m_reportNumbers) {
                    exec.setMessage(iteration + " collected");
                }
                TimeUnit.MILLISECONDS.sleep(1); // an endless loop must not be a busy one
                continueLoop();
                return null;
            }
            rows.close();
            return new PortObject[]{rows.getTable()};
        }

        @Override
        protected void reset() {
            rows = null;
            iteration = 0;
        }
    }
}
