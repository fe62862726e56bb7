/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The end of an ONNX graph: turns the outputs of the networks into predictions and sums them up over the networks. In
 * double, as the predictor does: near 50, neighbouring floats are 4e-6 apart, and the roundings of scale, centre, mean
 * and difference would add up. Between Reshapes the shape is rows x networks x outputs.
 */
final class OnnxResult {

    private static final int NETWORKS = 1;
    private static final int OUTPUTS = 2;

    private final OnnxGraph graph;
    private final List<Heads> ofMembers;
    private final Heads heads;
    private final int members;

    /** The outputs {@code from} to before {@code to}, which one operation turns into predictions. */
    private record Span(Link link, int from, int to) {

        private boolean goesOnWith(final Link next) {
            return link == next && link != Link.SOFTMAX;
        }
    }

    /**
     * @param graph what the nodes are added to
     * @param ofMembers for each network what its outputs are; the same but for their scales
     */
    OnnxResult(final OnnxGraph graph, final List<Heads> ofMembers) {
        this.graph = graph;
        this.ofMembers = ofMembers;
        heads = ofMembers.get(0);
        members = ofMembers.size();
    }

    /**
     * Adds the nodes that give {@code prediction}, {@code spread} and {@code members}.
     *
     * @param outputs names of the outputs, one a network
     */
    void add(final List<String> outputs) {
        final String raw = graph.node("Concat", List.of(OnnxGraph.attribute("axis", 1)), "result/raw",
            outputs.toArray(String[]::new));
        final String wide = cast(OnnxGraph.DOUBLE, "result/wide", raw);
        final String each = predictions(graph.node("Reshape", "result/outputs", wide,
            graph.constants(0, members, heads.outputs())));
        final String mean = mean("result/mean", each);
        final String deviations = graph.node("Sub", "result/deviations", each, mean);
        final String squares = graph.node("Mul", "result/squares", deviations, deviations);
        final String variance = graph.node("Mul", "result/variance", mean("result/square", squares),
            graph.constant(members < 2 ? Double.NaN : (double)members / (members - 1)));
        table("prediction", heads.outputs(), mean);
        table("spread", heads.outputs(), graph.node("Sqrt", "result/deviation", variance));
        table("members", (long)members * heads.outputs(), each);
    }

    private String predictions(final String outputs) {
        final List<Span> spans = spans();
        if (spans.size() == 1) {
            return linked(spans.get(0), outputs);
        }
        final List<String> parts = new ArrayList<>();
        for (final Span span : spans) {
            parts.add(linked(span, graph.node("Slice", "result/outputs/" + span.from(), outputs,
                graph.constants(span.from()), graph.constants(span.to()), graph.constants(OUTPUTS))));
        }
        return graph.node("Concat", List.of(OnnxGraph.attribute("axis", OUTPUTS)), "result/predictions",
            parts.toArray(String[]::new));
    }

    /** Neighbouring heads share an operation where it takes each output by itself. */
    private List<Span> spans() {
        final List<Span> spans = new ArrayList<>();
        int from = 0;
        for (final Head head : heads) {
            final int to = from + head.outputs();
            final int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).goesOnWith(head.link())) {
                spans.set(last, new Span(head.link(), spans.get(last).from(), to));
            } else {
                spans.add(new Span(head.link(), from, to));
            }
            from = to;
        }
        return spans;
    }

    private String linked(final Span span, final String outputs) {
        final String name = "result/predictions/" + span.from();
        return switch (span.link()) {
            case LINE -> lines(span, name, outputs);
            case LOGISTIC -> graph.node("Sigmoid", name, outputs);
            case SOFTMAX -> graph.node("Softmax", List.of(OnnxGraph.attribute("axis", OUTPUTS)), name, outputs);
        };
    }

    private String lines(final Span span, final String name, final String outputs) {
        final String scaled =
            graph.node("Mul", name + "/scaled", outputs, array(name + "/scales", span, AffineScale::scale));
        return graph.node("Add", name, scaled, array(name + "/centers", span, AffineScale::center));
    }

    /** One number for each output of a span, or where networks differ for each network and output. */
    private String array(final String name, final Span span, final ToDoubleFunction<AffineScale> number) {
        final boolean same = ofMembers.stream().allMatch(heads::equals);
        final double[] numbers = ofMembers.stream().limit(same ? 1 : members)
            .flatMapToDouble(own -> own.scales().skip(span.from()).limit(span.to() - span.from()).mapToDouble(number))
            .toArray();
        return same ? graph.array(name, numbers, numbers.length)
            : graph.array(name, numbers, members, span.to() - span.from());
    }

    private String mean(final String name, final String table) {
        return graph.node("ReduceMean", List.of(OnnxGraph.attribute("axes", new int[]{NETWORKS})), name, table);
    }

    /** Adds an output of the graph: floats with a row a sample. */
    private void table(final String name, final long columns, final String values) {
        cast(OnnxGraph.FLOAT, name, graph.node("Reshape", "result/" + name, values, graph.constants(0, columns)));
    }

    private String cast(final int type, final String name, final String input) {
        return graph.node("Cast", List.of(OnnxGraph.attribute("to", type)), name, input);
    }
}
