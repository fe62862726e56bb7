/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.SilentProgress;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.webui.data.DataServiceException;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.node.impl.EmbeddedConfiguration.Port;
import org.knime.node.RequirePorts.PortsAdder;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

class EmbeddedNodeTest {

    static final class Parameters implements NodeParameters {
        String m_column = "none";

        Parameters() {
        }

        Parameters(final NodeParametersInput input) {
            m_column = input.getInTableSpec(0).map(s -> s.getColumnSpec(0).getName()).orElse("none");
        }

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_column.isEmpty()) {
                throw new InvalidSettingsException("Choose a column.");
            }
        }
    }

    static final class CountingFactory extends DefaultNodeFactory {
        CountingFactory(final DefaultModel.ExecuteConsumer execute) {
            super(DefaultNode.create().name("Count").icon("./count.png").shortDescription("Counts.")
                .fullDescription("Counts rows.").sinceVersion(5, 8, 0)
                .ports(p -> p.addInputTable("Table", "rows").addInputPort("More", "more rows", OPTIONAL)
                    .addOutputTable("Same", "rows"))
                .model(m -> m.parametersClass(Parameters.class).configure((in, out) -> {
                    final Parameters parameters = in.getParameters();
                    if (!in.getInTableSpec(0).containsName(parameters.m_column)) {
                        throw new InvalidSettingsException("There is no column \"" + parameters.m_column + "\".");
                    }
                    out.setOutSpecs(in.getInTableSpec(0));
                    out.setWarningMessage("more: " + (in.getInPortSpec(1) != null));
                }).execute(execute))
                .addView(v -> v.withoutParameters().description("The count")
                    .page(p -> p.fromFile().bundleClass(EmbeddedNodeTest.class).basePath("org/knime/node")
                        .relativeFilePath("EmbeddedNodeTest.class").addResourceFile("EmbeddedNode.class"))
                    .initialData(d -> d.data(i -> new Count(i.getInternalTables()[0].size()))))
                .keywords("number", "rows"));
        }
    }

    private static final PortType OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    record Count(long rows) {
    }

    static final class PortsFactory extends DefaultNodeFactory {
        PortsFactory(final Consumer<PortsAdder> ports) {
            super(DefaultNode.create().name("Ports").icon("").shortDescription("").fullDescription("")
                .sinceVersion(5, 8, 0).ports(ports).model(m -> m.parametersClass(Parameters.class)
                    .configure((in, out) -> { }).execute((in, out) -> { })));
        }
    }

    private static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("n", IntCell.TYPE).createSpec());

    private final ExecutionContext exec = new ExecutionContext(new SilentProgress());

    private final List<String> warnings = new ArrayList<>();

    private BufferedDataTable table() {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("a", new IntCell(1)));
        container.close();
        return container.getTable();
    }

    private static EmbeddedNode counting() {
        return EmbeddedNode.of(new CountingFactory((in, out) -> {
            out.setOutData(0, in.getInTable(0));
            out.setInternalData(in.getInTable(0));
        }));
    }

    @Test
    void runsFromGuessedParametersToTheView() throws Exception {
        final EmbeddedNode node = counting();
        assertThat(node.inputs()).extracting(Port::optional).containsExactly(false, true);
        final PortObjectSpec[] specs = node.configure(new PortObjectSpec[]{SPEC, null}, warnings::add);
        assertThat(specs).containsExactly(SPEC);
        assertThat(warnings).containsExactly("more: false");
        final BufferedDataTable table = table();
        assertThat(node.execute(new PortObject[]{table, null}, exec, warnings::add)).containsExactly(table);
        final EmbeddedView view = node.view().orElseThrow();
        assertThat(view.initialDataJson()).isEqualTo("{\"result\":{\"rows\":1}}");
        assertThat(view.files()).containsExactly("EmbeddedNodeTest.class", "EmbeddedNode.class");
        try (var page = view.open(view.files().get(0))) {
            assertThat(page.read()).isEqualTo(0xCA);
        }
        assertThatThrownBy(() -> view.open("DefaultNode.class")).hasMessageContaining("does not declare");
    }

    @Test
    void connectedOptionalPortsAreSeen() throws Exception {
        counting().configure(new PortObjectSpec[]{SPEC, SPEC}, warnings::add);
        assertThat(warnings).containsExactly("more: true");
    }

    @Test
    void loadedParametersAreValidatedAndUsed() throws Exception {
        final EmbeddedNode node = counting();
        final var model = new NodeSettings("model");
        assertThatThrownBy(() -> node.validateAndLoad(model)).hasMessageContaining("\"column\" is missing");
        model.addString("column", "");
        assertThatThrownBy(() -> node.validateAndLoad(model)).hasMessage("Choose a column.");
        model.addString("column", "x");
        node.validateAndLoad(model);
        assertThatThrownBy(() -> node.configure(new PortObjectSpec[]{SPEC, null}, warnings::add))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"x\"");
        final var saved = new NodeSettings("model");
        node.save(saved);
        assertThat(saved.getString("column")).isEqualTo("x");
    }

    @Test
    void defaultsForAFreshNodeComeFromTheInputs() {
        final var parameters = (Parameters)counting().defaultParameters(new PortObjectSpec[]{SPEC, null});
        assertThat(parameters.m_column).isEqualTo("n");
    }

    @Test
    void failuresReachTheCaller() throws Exception {
        final EmbeddedNode node = EmbeddedNode.of(new CountingFactory((in, out) -> {
            throw new KNIMEException("Nothing to count.");
        }));
        node.configure(new PortObjectSpec[]{SPEC, null}, warnings::add);
        assertThatThrownBy(() -> node.execute(new PortObject[]{table(), null}, exec, warnings::add))
            .isInstanceOf(KNIMEException.class).hasMessage("Nothing to count.");
        final EmbeddedNode lazy = EmbeddedNode.of(new CountingFactory((in, out) -> { }));
        lazy.configure(new PortObjectSpec[]{SPEC, null}, warnings::add);
        assertThatThrownBy(() -> lazy.execute(new PortObject[]{table(), null}, exec, warnings::add))
            .hasMessageContaining("gives nothing at output 0");
    }

    @Test
    void portsNeedDifferentNames() {
        assertThatThrownBy(
            () -> new PortsFactory(p -> p.addInputTable("Table", "in").addOutputTable("Table", "out")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"Table\"");
    }

    private List<String> warningsOf(final DefaultModel.ExecuteConsumer execute) throws Exception {
        final EmbeddedNode node = EmbeddedNode.of(new CountingFactory(execute));
        node.configure(new PortObjectSpec[]{SPEC, null}, warning -> { });
        node.execute(new PortObject[]{table(), null}, exec, warnings::add);
        return warnings;
    }

    private BufferedDataTable emptyTable() {
        final BufferedDataContainer container = exec.createDataContainer(SPEC);
        container.close();
        return container.getTable();
    }

    @Test
    void laterWarningReplacesAnEarlierOne() throws Exception {
        assertThat(warningsOf((in, out) -> {
            out.setWarningMessage("first");
            out.setWarningMessage("second");
            out.setOutData(0, in.getInTable(0));
        })).containsExactly("second");
    }

    @Test
    void emptyTableIsWarnedOfUnlessTheNodeWarnsItself() throws Exception {
        assertThat(warningsOf((in, out) -> out.setOutData(0, emptyTable())))
            .containsExactly("Node created an empty data table.");
        warnings.clear();
        assertThat(warningsOf((in, out) -> {
            out.setWarningMessage("Nothing fits.");
            out.setOutData(0, emptyTable());
        })).containsExactly("Nothing fits.");
    }

    @Test
    void cancelIsNoticedAfterANodeThatDidNotLook() {
        final SilentProgress progress = new SilentProgress();
        final EmbeddedNode node = EmbeddedNode.of(new CountingFactory((in, out) -> {
            progress.canceled = true;
            out.setOutData(0, in.getInTable(0));
        }));
        assertThatThrownBy(() -> {
            node.configure(new PortObjectSpec[]{SPEC, null}, warnings::add);
            node.execute(new PortObject[]{table(), null}, new ExecutionContext(progress), warnings::add);
        }).isInstanceOf(CanceledExecutionException.class);
    }

    @Test
    void failureOfInitialDataIsToldThePage() throws Exception {
        assertThat(InitialDataService.builder(() -> {
            throw new DataServiceException("Nothing to show.", "Run the node first.");
        }).build().getInitialData())
            .isEqualTo("{\"userError\":{\"message\":\"Nothing to show.\",\"details\":\"Run the node first.\"}}");
        assertThat(InitialDataService.builder(() -> {
            throw new IllegalStateException("oops");
        }).build().getInitialData()).startsWith("{\"internalError\":{\"message\":\"oops\","
            + "\"typeName\":\"java.lang.IllegalStateException\",\"stackTrace\":[");
    }
}
