/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.util.Objects;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.model.NetworkModel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What downstream nodes must know about networks before these exist: how their features are made, what they predict and
 * how many there are.
 */
public final class NetworksPortObjectSpec implements PortObjectSpec {

    private final FeatureRecipe recipe;

    private final String target;

    private final int members;

    private final String architecture;

    /**
     * @param recipe how the features are made
     * @param target name of the predicted column
     * @param members number of networks
     * @param architecture one line for people, for example "2,048 inputs, 270 hidden units, 1 output"
     */
    public NetworksPortObjectSpec(final FeatureRecipe recipe, final String target, final int members,
        final String architecture) {
        this.recipe = Objects.requireNonNull(recipe, "recipe");
        this.target = Objects.requireNonNull(target, "target");
        this.members = members;
        this.architecture = Objects.requireNonNull(architecture, "architecture");
    }

    /** @return the spec of networks that exist */
    static NetworksPortObjectSpec of(final NetworkModel model) {
        return new NetworksPortObjectSpec(model.recipe(), model.target(), model.networks().members().size(),
            ModelText.architecture(model.networks().mask().sizes()));
    }

    /** @return how the features are made */
    public FeatureRecipe recipe() {
        return recipe;
    }

    /** @return name of the predicted column */
    public String target() {
        return target;
    }

    /** @return number of networks */
    public int members() {
        return members;
    }

    /** @return one line for people */
    public String architecture() {
        return architecture;
    }

    @Override
    public JComponent[] getViews() { // the platform's signature; there is nothing to show in Swing
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof NetworksPortObjectSpec that && recipe.equals(that.recipe)
            && target.equals(that.target) && members == that.members && architecture.equals(that.architecture);
    }

    @Override
    public int hashCode() {
        return Objects.hash(recipe, target, members, architecture);
    }

    /** Saves the spec as one JSON entry. Called by KNIME. */
    public static final class Serializer extends PortObjectSpecSerializer<NetworksPortObjectSpec> {

        private static final String ENTRY = "networks-spec.json";

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public void savePortObjectSpec(final NetworksPortObjectSpec spec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final ObjectNode json = JSON.createObjectNode();
            json.set("recipe", spec.recipe.toTree());
            json.put("target", spec.target);
            json.put("members", spec.members);
            json.put("architecture", spec.architecture);
            out.putNextEntry(new ZipEntry(ENTRY));
            out.write(JSON.writeValueAsBytes(json));
            out.closeEntry();
        }

        @Override
        public NetworksPortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            try {
                final JsonNode json = JSON.readTree(SpecEntry.read(in, ENTRY, "a Networks port"));
                return new NetworksPortObjectSpec(FeatureRecipe.fromTree(json.path("recipe")),
                    json.path("target").asText(), json.path("members").asInt(), json.path("architecture").asText());
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw new IOException("The saved spec of a Networks port is damaged: " + e.getMessage(), e);
            }
        }
    }
}
