/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Task;
import org.reductor.core.objective.AffineScale;
import org.reductor.core.objective.Head;
import org.reductor.core.objective.Heads;
import org.reductor.core.objective.Objective;

import java.util.ArrayList;
import java.util.List;

/** What networks predict, as JSON: one object a task, in the order of the outputs. */
public final class HeadsJson {

    private HeadsJson() {
    }

    /**
     * @param heads what networks predict
     * @return the JSON
     */
    public static ArrayNode write(final Heads heads) {
        final ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (final Head head : heads) {
            final ObjectNode node = array.addObject();
            node.put("name", head.task().name());
            node.put("unit", head.task().unit());
            head.task().classes().forEach(node.putArray("classes")::add);
            node.put("objective", head.objective().id());
            node.put("center", head.scale().center());
            node.put("scale", head.scale().scale());
        }
        return array;
    }

    /**
     * @param array the JSON
     * @return the heads
     * @throws ModelFormatException if a field is missing or of the wrong type, naming it
     * @throws IllegalArgumentException if they are not heads of networks
     */
    public static Heads read(final JsonNode array) throws ModelFormatException {
        final List<Head> heads = new ArrayList<>();
        for (final JsonNode node : array) {
            final Fields f = new Fields(node, "targets/" + heads.size());
            final List<String> classes = new ArrayList<>();
            f.list("classes").forEach(name -> classes.add(name.asText()));
            heads.add(new Head(new Task(f.text("name"), f.text("unit"), classes), Objective.of(f.text("objective")),
                new AffineScale(f.number("center"), f.number("scale"))));
        }
        return new Heads(heads);
    }
}
