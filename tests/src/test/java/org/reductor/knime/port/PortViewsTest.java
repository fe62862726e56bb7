/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.webui.node.port.EmbeddedPortViews;
import org.knime.core.webui.node.port.PortView;
import org.knime.core.webui.page.EmbeddedPage;
import org.reductor.core.model.Deviations;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.PerturbedNetworks;
import org.reductor.core.model.Provenance;
import org.reductor.core.objective.Perturbation;
import org.reductor.core.prune.PerturbedFold;
import org.reductor.core.prune.PerturbedTraining;
import org.reductor.core.prune.criterion.Criteria;
import org.reductor.knime.TinyModel;

class PortViewsTest {

    private static final NetworksPortObject NETWORKS = new NetworksPortObject(TinyModel.create());

    @BeforeAll
    static void register() {
        PortViews.register();
    }

    private static JsonNode shown(final PortType type, final PortObject port, final String label) throws Exception {
        final PortView view = EmbeddedPortViews.executed(type, port).get(label);
        for (final String file : EmbeddedPage.files(view.getPage())) {
            try (InputStream in = EmbeddedPage.open(view.getPage(), file)) {
                assertThat(in.readAllBytes()).as(file).isNotEmpty();
            }
        }
        return new ObjectMapper().readTree(view.createInitialDataService().orElseThrow().getInitialData())
            .path("result");
    }

    private static List<String> values(final JsonNode facts, final String name) {
        return facts.path("groups").findParents("rows").stream()
            .flatMap(group -> Optional.of(group.path("rows")).stream())
            .flatMap(rows -> java.util.stream.StreamSupport.stream(rows.spliterator(), false))
            .filter(row -> row.path(0).asText().equals(name)).map(row -> row.path(1).asText()).toList();
    }

    /** Nobody knows how many rows other software has seen: 0 would be wrong. */
    @Test
    void importedNetworksDoNotClaimTrainingData() throws Exception {
        final NetworkModel model = TinyModel.create();
        final JsonNode facts = shown(NetworksPortObject.TYPE,
            new NetworksPortObject(new NetworkModel(model.networks(), model.recipe(), List.of(),
                Provenance.imported(model.recipe().width(), Map.of("source", "Keras 2.11.0"), Map.of()))),
            "Networks");
        assertThat(values(facts, "Training data")).containsExactly("not known here: trained by other software");
        assertThat(values(facts, "Training rows")).isEmpty();
        assertThat(values(facts, "Settings")).containsExactly("source Keras 2.11.0");
    }

    @Test
    void networksShowWhatTheyAreAndWhereTheyComeFrom() throws Exception {
        final JsonNode facts = shown(NetworksPortObject.TYPE, NETWORKS, "Networks");
        assertThat(facts.path("title").asText()).isEqualTo("Networks for activity");
        assertThat(values(facts, "Number")).containsExactly("2");
        assertThat(values(facts, "Weights kept, each")).containsExactly("132 of 132 (0.00 % dropped)");
        assertThat(values(facts, "smiles")).containsExactly("morgan, 32 of 32 still read");
        assertThat(values(facts, "Checksum of the networks")).containsExactly(NETWORKS.model().fingerprint());
        assertThat(values(facts, "Training rows")).containsExactly("10");
    }

    @Test
    void perturbedNetworksAndDeviationsNameTheNetworksTheyBelongTo() throws Exception {
        final var networks = NETWORKS.model().networks();
        final var perturbed = new PerturbedNetworksPortObject(
            new PerturbedNetworks("abc", new Perturbation(Perturbation.Kind.NOISE, 0.1, 2),
                new PerturbedTraining(List.of(new PerturbedFold(networks.networks(), 0.1)), 7)));
        assertThat(values(shown(PerturbedNetworksPortObject.TYPE, perturbed, "Perturbed networks"),
            "Checksum of the control networks")).containsExactly("abc");
        final double[][] scores = {new double[128], {1, 2, Double.POSITIVE_INFINITY, 3}};
        final var deviations = new DeviationsPortObject(
            new Deviations("abc", Criteria.PUBLISHED, Optional.empty(), 0, OptionalDouble.empty(),
                List.of(new Deviations.Scores(networks.sizes(), scores))));
        final JsonNode facts = shown(DeviationsPortObject.TYPE, deviations, "Deviations");
        assertThat(values(facts, "Checksum of the networks")).containsExactly("abc");
        assertThat(values(facts, "Mean")).containsExactly("0.000", "2.000");
        assertThat(values(facts, "Infinite")).containsExactly("0", "1");
    }

    @Test
    void pagesNeedNothingFromOutside() throws Exception {
        final Path js = Path.of("..", "plugin", "org.reductor.knime", "js");
        try (var files = Files.list(js)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.UTF_8).replace("http://www.w3.org/2000/svg", ""))
                    .as(file.toString()).doesNotContain("http:", "https:", "@import", "eval(", "innerHTML");
            }
        }
    }
}
