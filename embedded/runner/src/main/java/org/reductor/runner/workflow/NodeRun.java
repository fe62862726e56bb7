/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.EmbeddedModel;
import org.knime.core.node.EmbeddedProgress;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.knime.node.EmbeddedNode;
import org.reductor.runner.workflow.NodeOutcome.Status;

/** One node in one run: its inputs, its state and its outputs. */
final class NodeRun {

    /** An input; port 0 carries flow variables. */
    record Source(NodeRun run, int outPort, int inPort) {
    }

    private final WorkflowNode node;

    private final List<Source> sources;

    private final Workflow workflow;

    private final List<String> warnings = new ArrayList<>();

    private Map<String, Object> incoming = Map.of();

    private Map<String, Object> variables = Map.of();

    private PortObjectSpec[] specs;

    private PortObject[] objects;

    private boolean executed;

    private boolean configured;

    private int consumers;

    NodeRun(final WorkflowNode node, final List<Source> sources, final Workflow workflow) {
        this.node = node;
        this.sources = sources;
        this.workflow = workflow;
        sources.forEach(s -> s.run.consumers++);
    }

    WorkflowNode node() {
        return node;
    }

    List<Source> sources() {
        return sources;
    }

    boolean executed() {
        return executed;
    }

    EmbeddedModel model() {
        return node.node().model();
    }

    /** Forgets the last execution, so that the node can be executed again. */
    void reset() {
        node.node().reset();
        forget();
    }

    /** Between iterations, a loop start is neither reset nor configured. */
    void prepareNextIteration() {
        forget();
        configured = true;
    }

    /** The outputs are not to be used. */
    void forget() {
        objects = null;
        executed = false;
    }

    /** Behind a loop, the variables of its inside are gone; what its end published stays. */
    void leaveLoop(final NodeRun start) {
        variables = new LinkedHashMap<>(start.incoming);
        variables.putAll(model().pushedVariables());
    }

    /** Lets go of large tables as soon as nobody needs them any more. */
    void consumerDone() {
        if (--consumers == 0) {
            objects = null;
        }
    }

    /** The problem, if the node can be configured with what is known so far and refuses it. */
    Optional<String> tryConfigure() {
        if (sources.stream().anyMatch(s -> s.outPort > 0 && s.run.spec(s.outPort) == null)) {
            return Optional.empty(); // an upstream problem is reported there
        }
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(workflow.folder(), null));
        try {
            configure();
            return Optional.empty();
        } catch (final VariableOverrides.UnknownVariableException ex) {
            specs = null;
            return Optional.empty(); // another node may publish the variable in the run
        } catch (final InvalidSettingsException | RuntimeException ex) {
            specs = null;
            return Optional.of(Failures.message(ex));
        } finally {
            NodeContext.removeLastContext();
        }
    }

    private PortObjectSpec spec(final int port) {
        return specs == null ? null : specs[port - 1];
    }

    NodeOutcome execute(final RunListener listener, final CancelFlag cancel) {
        final long start = System.nanoTime();
        warnings.clear();
        executed = false;
        Status status = Status.FAILED;
        String message;
        NodeContext.pushContext(WorkflowContextV2.forTemporaryWorkflow(workflow.folder(), null));
        try {
            if (!configured) {
                configure();
            }
            configured = false;
            objects = node.node().execute(inputs(), new ExecutionContext(progress(listener, cancel)), this::warn);
            publishVariables();
            executed = true;
            status = Status.EXECUTED;
            message = OutputSummary.of(objects);
        } catch (final CanceledExecutionException | CancellationException ex) {
            status = Status.CANCELLED;
            message = "cancelled";
        } catch (final Exception | LinkageError | OutOfMemoryError ex) {
            Failures.trace(ex);
            message = Failures.message(ex);
        } finally {
            NodeContext.removeLastContext();
        }
        return new NodeOutcome(node, status, message, OutputSummary.rows(executed ? objects : new PortObject[0]),
            List.copyOf(warnings), (System.nanoTime() - start) / 1e9);
    }

    private void configure() throws InvalidSettingsException {
        variables = new LinkedHashMap<>();
        workflow.variables().forEach(v -> variables.put(v.name(), v.value()));
        sources.forEach(s -> variables.putAll(s.run.variables));
        incoming = Map.copyOf(variables);
        final EmbeddedNode embedded = node.node();
        embedded.model().setVariables(incoming);
        if (VariableOverrides.present(node.settings())) {
            final NodeSettings root = new NodeSettings(node.settings().getKey());
            final NodeSettings model = (NodeSettings)root.addNodeSettings("model");
            node.model().copyTo(model);
            VariableOverrides.apply(node.settings(), model, variables);
            embedded.validateAndLoad(model);
        }
        final PortObjectSpec[] in = new PortObjectSpec[embedded.inputs().size()];
        sources.stream().filter(s -> s.inPort > 0).forEach(s -> in[s.inPort - 1] = s.run.spec(s.outPort));
        for (int i = 0; i < in.length; i++) {
            final var port = embedded.inputs().get(i);
            if (in[i] == null && !port.optional()) {
                throw new InvalidSettingsException("Input port " + (i + 1) + ", '" + port.name()
                    + "', is not connected. Connect it to an output of type " + PortNames.of(port.type()) + ".");
            }
        }
        specs = embedded.configure(in, this::warn);
        variables.putAll(embedded.model().pushedVariables());
    }

    private PortObject[] inputs() {
        final PortObject[] in = new PortObject[node.node().inputs().size()];
        sources.stream().filter(s -> s.inPort > 0).forEach(s -> in[s.inPort - 1] = s.run.objects[s.outPort - 1]);
        return in;
    }

    private void publishVariables() {
        variables.putAll(model().pushedVariables());
        specs = Arrays.stream(objects).map(o -> o == null ? null : o.getSpec()).toArray(PortObjectSpec[]::new);
    }

    private void warn(final String warning) {
        if (warning != null && !warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    private EmbeddedProgress progress(final RunListener listener, final CancelFlag cancel) {
        return new EmbeddedProgress() {
            @Override
            public void progress(final double fraction, final String message) {
                listener.progress(node, fraction, message);
            }

            @Override
            public boolean isCanceled() {
                return cancel.isSet();
            }
        };
    }
}
