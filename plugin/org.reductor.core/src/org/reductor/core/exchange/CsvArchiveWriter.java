/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import org.reductor.core.data.Feature;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.ReproducibleZip;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes networks as a zip of tables for spreadsheets, R and graph programs: {@code weights.csv} has a row a kept
 * weight, {@code biases.csv} one a unit, {@code inputs.csv} one a feature that is still read; {@code network.json}
 * describes the networks and the tables. Units and features have the indices that they had before pruning.
 */
public final class CsvArchiveWriter {

    private static final Map<String, String> CONTENTS = new LinkedHashMap<>();

    static {
        CONTENTS.put("weights.csv", "a row a kept weight: network and layer from 0, the unit below and the unit of the"
            + " layer by their indices before pruning (below layer 0: the index of a feature), and the weight");
        CONTENTS.put("biases.csv", "a row a unit: network, layer, unit by its index before pruning, and its bias");
        CONTENTS.put("inputs.csv", "a row a feature that a network reads: its index, its name, the source column, how"
            + " it is made, its position among the features that are made so from that column, and how many of the"
            + " networks read it");
        CONTENTS.put("prediction", "a number is predicted as the output of the last layer, which is linear, times its"
            + " target's scale plus center, of which each network has its own; two classes have one output, the log odds of the second, more have one"
            + " output each, of which the softmax gives probabilities; the ensemble's prediction is the mean over the"
            + " networks");
    }

    private CsvArchiveWriter() {
    }

    /**
     * Writes a model. Equal models give equal tables; numbers have the digits that tell them from their neighbours.
     *
     * @param model what to write
     * @param out where to; not closed
     * @throws IOException if writing fails
     */
    public static void write(final NetworkModel model, final OutputStream out) throws IOException {
        final ReproducibleZip zip = new ReproducibleZip(out);
        NetworkJson.put(zip, model, CONTENTS);
        inputs(zip, model);
        biases(zip, model);
        weights(zip, model);
        zip.finish();
    }

    private static void inputs(final ReproducibleZip zip, final NetworkModel model) throws IOException {
        final int[] survivors = model.networks().survivors(0);
        try (CsvTable table = new CsvTable(zip.open("inputs.csv"), "index", "feature", "column", "kind", "position",
            "networks")) {
            for (final int input : model.networks().inputsRead()) {
                final Feature feature = model.recipe().feature(input);
                table.row(input, feature.name(), feature.block().column(), feature.block().kind(), feature.position(),
                    survivors[input]);
            }
        }
    }

    private static void biases(final ReproducibleZip zip, final NetworkModel model) throws IOException {
        final List<Member> members = model.networks().members();
        try (CsvTable table = new CsvTable(zip.open("biases.csv"), "network", "layer", "unit", "bias")) {
            for (int n = 0; n < members.size(); n++) {
                final Member member = members.get(n);
                for (int l = 0; l < member.mask().layers(); l++) {
                    final int[] units = member.mask().units(l + 1);
                    for (int to = 0; to < units.length; to++) {
                        table.row(n, l, units[to], member.network().bias(l)[to]);
                    }
                }
            }
        }
    }

    private static void weights(final ReproducibleZip zip, final NetworkModel model) throws IOException {
        final List<Member> members = model.networks().members();
        try (CsvTable table = new CsvTable(zip.open("weights.csv"), "network", "layer", "from", "to", "weight")) {
            for (int n = 0; n < members.size(); n++) {
                for (int l = 0; l < members.get(n).mask().layers(); l++) {
                    weights(table, n, members.get(n).network(), members.get(n).mask(), l);
                }
            }
        }
    }

    private static void weights(final CsvTable table, final int member, final Network network, final Mask mask,
        final int layer) throws IOException {
        final boolean[] kept = mask.kept(layer);
        int i = 0;
        for (final int from : mask.units(layer)) {
            for (final int to : mask.units(layer + 1)) {
                if (kept[i]) {
                    table.row(member, layer, from, to, network.kernel(layer)[i]);
                }
                i++;
            }
        }
    }
}
