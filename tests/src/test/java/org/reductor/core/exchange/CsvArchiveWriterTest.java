/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reductor.core.data.Feature;
import org.reductor.core.model.HeadsJson;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.network.Activation;
import org.reductor.core.network.Mask;
import org.reductor.core.network.Member;
import org.reductor.core.network.Network;
import org.reductor.core.objective.Heads;

class CsvArchiveWriterTest {

    private static Map<String, byte[]> archive(final NetworkModel model) throws IOException {
        return Archive.entries(Archive.bytes(CsvArchiveWriter::write, model));
    }

    /** Reads what RFC 4180 describes. */
    private static List<List<String>> table(final byte[] csv) {
        final List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        final String text = new String(csv, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"') {
                if (!quoted && i > 0 && text.charAt(i - 1) == '"') {
                    cell.append('"');
                }
                quoted = !quoted;
            } else if (quoted || c != ',' && c != '\r' && c != '\n') {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.toString());
                cell = new StringBuilder();
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            }
        }
        assertThat(quoted || !row.isEmpty() || !cell.isEmpty()).as("the last line has an end").isFalse();
        return rows;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3, 0})
    void theTablesAreTheNetworks(final double kept) throws IOException {
        assertTablesAreTheNetworks(RandomModel.pruned(2, kept, Activation.RELU, 50, 12, 5, 1));
        final Heads heads = RandomModel.severalHeads();
        assertTablesAreTheNetworks(RandomModel.pruned(heads, 2, kept, Activation.RELU, 50, 12, 5, heads.outputs()));
        assertTablesAreTheNetworks(RandomModel.apart(2, kept, Activation.RELU, 50, 12, 5, 1));
    }

    @Test
    void theJsonSaysWhatEachOutputIs() throws IOException {
        final Heads heads = RandomModel.severalHeads();
        final JsonNode json = new ObjectMapper().readTree(
            archive(RandomModel.pruned(heads, 1, 1, Activation.RELU, 50, 12, heads.outputs())).get("network.json"));
        assertThat(HeadsJson.read(json.get("targets"), 1)).containsOnly(heads);
        assertThat(json.at("/contents/prediction").asText()).contains("log odds of the second", "softmax",
            "scale plus center");
    }

    private static void assertTablesAreTheNetworks(final NetworkModel model) throws IOException {
        final Mask[] masks = model.networks().members().stream().map(Member::mask).toArray(Mask[]::new);
        final Map<String, byte[]> archive = archive(model);
        final List<List<String>> weights = table(archive.get("weights.csv"));
        final List<List<String>> biases = table(archive.get("biases.csv"));
        assertThat(weights.remove(0)).containsExactly("network", "layer", "from", "to", "weight");
        assertThat(biases.remove(0)).containsExactly("network", "layer", "unit", "bias");
        assertThat(weights).hasSize((int)model.networks().allKeptWeights());
        assertThat(biases).hasSize(Arrays.stream(masks).mapToInt(mask -> Arrays.stream(mask.sizes()).skip(1).sum()).sum());
        final float[][][] found = new float[2][3][];
        for (int l = 0; l < 3; l++) {
            found[0][l] = new float[masks[0].kept(l).length];
            found[1][l] = new float[masks[1].kept(l).length];
        }
        for (final List<String> row : weights) {
            final Mask mask = masks[Integer.parseInt(row.get(0))];
            final int layer = Integer.parseInt(row.get(1));
            final int from = Arrays.binarySearch(mask.units(layer), Integer.parseInt(row.get(2)));
            final int to = Arrays.binarySearch(mask.units(layer + 1), Integer.parseInt(row.get(3)));
            found[Integer.parseInt(row.get(0))][layer][from * mask.sizes()[layer + 1] + to] =
                Float.parseFloat(row.get(4));
        }
        int next = 0;
        for (int n = 0; n < 2; n++) {
            final Network network = model.networks().network(n);
            for (int l = 0; l < 3; l++) {
                assertThat(found[n][l]).containsExactly(network.kernel(l));
                for (int unit = 0; unit < network.size(l + 1); unit++) {
                    assertThat(biases.get(next++)).containsExactly(Integer.toString(n), Integer.toString(l),
                        Integer.toString(masks[n].units(l + 1)[unit]), Float.toString(network.bias(l)[unit]));
                }
            }
        }
    }

    @Test
    void featuresHaveTheNamesOfTheRecipeWhateverIsInThem() throws IOException {
        final NetworkModel model = RandomModel.under(
            new Mask(new int[]{30, 1, 1}, new int[][]{{2, 29}, {0}, {0}}, new boolean[][]{{true, true}, {true}}), 1,
            Activation.RELU);
        final byte[] csv = archive(model).get("inputs.csv");
        assertThat(table(csv)).containsExactly(List.of("index", "feature", "column", "kind", "position", "networks"),
            List.of("2", "smiles, \"drawn\": Morgan bit 2", "smiles, \"drawn\"", "morgan", "2", "1"),
            List.of("29", "pH", "pH", "numeric", "0", "1"));
        final Feature feature = model.recipe().feature(2);
        assertThat(feature.name()).isEqualTo("smiles, \"drawn\": Morgan bit 2");
        assertThat(new String(csv, StandardCharsets.UTF_8))
            .contains("2,\"smiles, \"\"drawn\"\": Morgan bit 2\",\"smiles, \"\"drawn\"\"\",morgan,2,1\r\n29,pH,");
    }

    @Test
    void lineBreaksAndAccentsSurvive() throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, "a", "b")) {
            table.row("two\r\nlines", "\u00b5 \"q\"");
            table.row("", 1e-45f);
        }
        assertThat(table(out.toByteArray())).containsExactly(List.of("a", "b"), List.of("two\r\nlines", "\u00b5 \"q\""),
            List.of("", "1.4E-45"));
    }

    @Test
    void theJsonIsThatOfTheNumPyArchiveButForTheContents() throws IOException {
        final NetworkModel model = RandomModel.pruned(2, 0.5, Activation.TANH, 30, 8, 1);
        final ObjectMapper mapper = new ObjectMapper();
        final ObjectNode json = (ObjectNode)mapper.readTree(archive(model).get("network.json"));
        final ObjectNode npz = (ObjectNode)mapper
            .readTree(Archive.entries(Archive.bytes(NpzWriter::write, model)).get("network.json"));
        assertThat(json.remove("contents").fieldNames()).toIterable()
            .containsExactly("weights.csv", "biases.csv", "inputs.csv", "prediction");
        npz.remove("contents");
        assertThat(json).isEqualTo(npz);
    }
}
