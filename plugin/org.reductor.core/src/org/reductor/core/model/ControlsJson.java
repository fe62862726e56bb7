/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.prune.ControlKind;
import org.reductor.core.prune.ControlRecord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The controls of a run in a model file. Their durations stand in the provenance, with the other times. */
final class ControlsJson {

    private ControlsJson() {
    }

    static ArrayNode write(final List<ControlRecord> controls) {
        final ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (final ControlRecord control : controls) {
            final ObjectNode node = array.addObject();
            node.put("kind", control.kind().name());
            control.comparison().ifPresent(comparison -> {
                final ObjectNode compared = node.putObject("comparison");
                compared.put("score", comparison.score());
                compared.put("difference", comparison.difference());
                compared.put("standardError", comparison.standardError());
            });
            node.put("keptEffective", control.keptEffective());
            node.put("inputs", control.inputs());
            node.put("epochs", control.epochs());
        }
        return array;
    }

    static List<ControlRecord> read(final List<Fields> nodes, final double[] seconds) throws ModelFormatException {
        if (nodes.size() != seconds.length) {
            throw new ModelFormatException("The model file is damaged: it has " + nodes.size() + " controls, but the "
                + "durations of " + seconds.length + ".");
        }
        final List<ControlRecord> controls = new ArrayList<>();
        for (final Fields f : nodes) {
            Optional<ControlRecord.Comparison> comparison = Optional.empty();
            if (f.has("comparison")) {
                final Fields compared = f.object("comparison");
                comparison = Optional.of(new ControlRecord.Comparison(compared.number("score"),
                    compared.number("difference"), compared.number("standardError")));
            }
            controls.add(new ControlRecord(f.constant(ControlKind.class, "kind"), comparison,
                f.whole("keptEffective"), f.integer("inputs"), f.integer("epochs"), seconds[controls.size()]));
        }
        return controls;
    }
}
