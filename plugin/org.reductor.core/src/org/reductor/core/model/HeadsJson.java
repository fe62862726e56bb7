/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.data.Task;
import org.reductor.core.network.Member;
import org.reductor.core.network.NetworkEnsemble;
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
     * @param networks networks
     * @return what they predict, with the line between outputs and the user's units of each
     */
    static ArrayNode write(final NetworkEnsemble networks) {
        return write(networks.members().stream().map(Member::heads).toList());
    }

    /**
     * @param heads of networks that predict the same; at least one
     * @return the JSON: one object a task, with a center and a scale of each network
     */
    public static ArrayNode write(final List<Heads> heads) {
        final ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int h = 0; h < heads.get(0).size(); h++) {
            final int task = h;
            final Head head = heads.get(0).get(h);
            final ObjectNode node = array.addObject();
            node.put("name", head.task().name());
            node.put("unit", head.task().unit());
            head.task().classes().forEach(node.putArray("classes")::add);
            node.put("objective", head.objective().id());
            final ArrayNode centers = node.putArray("centers");
            final ArrayNode scales = node.putArray("scales");
            heads.stream().map(own -> own.get(task).scale()).forEach(scale -> {
                centers.add(scale.center());
                scales.add(scale.scale());
            });
        }
        return array;
    }

    /**
     * @param array the JSON
     * @param networks for how many networks
     * @return the heads of each network
     * @throws ModelFormatException if a field is missing or of the wrong type, naming it
     * @throws IllegalArgumentException if they are not heads of networks
     */
    public static List<Heads> read(final JsonNode array, final int networks) throws ModelFormatException {
        final List<List<Head>> heads = new ArrayList<>();
        for (int n = 0; n < networks; n++) {
            heads.add(new ArrayList<>());
        }
        int task = 0;
        for (final JsonNode node : array) {
            final Fields f = new Fields(node, "targets/" + task++);
            final List<String> classes = new ArrayList<>();
            f.list("classes").forEach(name -> classes.add(name.asText()));
            final double[] centers = f.numbers("centers");
            final double[] scales = f.numbers("scales");
            if (centers.length != networks || scales.length != networks) {
                throw new ModelFormatException("The model file is damaged: there are " + networks + " networks, but "
                    + centers.length + " centers and " + scales.length + " scales of '" + f.text("name") + "'.");
            }
            for (int n = 0; n < networks; n++) {
                heads.get(n).add(new Head(new Task(f.text("name"), f.text("unit"), classes),
                    Objective.of(f.text("objective")), new AffineScale(centers[n], scales[n])));
            }
        }
        return heads.stream().map(Heads::new).toList();
    }
}
