/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.reductor.core.prune.RoundRecord;

import java.util.ArrayList;
import java.util.List;

/** The rounds of a run in a model file. Their durations stand in the provenance, with the other times. */
final class HistoryJson {

    private HistoryJson() {
    }

    static ArrayNode write(final List<RoundRecord> history) {
        final ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (final RoundRecord round : history) {
            final ObjectNode node = array.addObject();
            node.put("round", round.round());
            node.put("weights", round.weights());
            node.put("keptNominal", round.keptNominal());
            node.put("keptEffective", round.keptEffective());
            node.put("score", round.score());
            node.put("standardError", round.standardError());
            node.put("singleScore", round.singleScore());
            final ObjectNode metrics = node.putObject("metrics");
            round.metrics().forEach(metrics::put);
            node.put("validationLoss", round.validationLoss());
            node.put("hiddenUnits", round.hiddenUnits());
            node.put("inputs", round.inputs());
            round.degreesOfFreedom().ifPresent(freedom -> node.put("degreesOfFreedom", freedom));
            node.put("epochs", round.epochs());
            node.put("status", round.status().name());
        }
        return array;
    }

    /** Reads what was written; a {@link RoundRecord} has finite numbers only, as JSON has. */
    static List<RoundRecord> read(final JsonNode array, final double[] seconds) throws ModelFormatException {
        if (array.size() != seconds.length) {
            throw new ModelFormatException("The model file is damaged: it has " + array.size() + " rounds, but the "
                + "durations of " + seconds.length + ".");
        }
        final List<RoundRecord> history = new ArrayList<>();
        for (final JsonNode node : array) {
            final Fields f = new Fields(node, "history/" + history.size());
            history.add(new RoundRecord(f.integer("round"), f.whole("weights"), f.whole("keptNominal"),
                f.whole("keptEffective"), f.number("score"), f.number("standardError"), f.number("singleScore"),
                f.numbersByName("metrics"), f.number("validationLoss"), f.integer("hiddenUnits"),
                f.integer("inputs"), f.optionalNumber("degreesOfFreedom"), f.integer("epochs"), seconds[history.size()],
                f.constant(RoundRecord.Status.class, "status")));
        }
        return history;
    }
}
