/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.port;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.reductor.core.data.FeatureRecipe;
import org.reductor.core.data.Task;
import org.reductor.core.model.NetworkModel;
import org.reductor.core.model.RoundState;

/**
 * What downstream nodes must know about networks before these exist: how their features are made, what they predict,
 * how many there are, and which step of a round they come from.
 */
public final class NetworksPortObjectSpec extends DescribedSpec {

    /** Which step of a round networks come from. */
    public enum Stage {
        /** Of a training step, and not pruned since: they know what their training started from. */
        TRAINED,
        /** Of a pruning step, and not trained since. */
        PRUNED,
        /** Of a whole run or of a file. */
        APART
    }

    private final FeatureRecipe recipe;

    private final List<Task> tasks;

    private final int members;

    private final Stage stage;

    /**
     * @param recipe how the features are made; null while nobody knows it, as of vectors of another node, whose width
     *            only the rows tell
     * @param tasks what they predict
     * @param members number of networks
     * @param architecture one line for people, for example "2,048 inputs, 270 hidden units, 1 output"
     * @param stage which step of a round they come from
     */
    public NetworksPortObjectSpec(final FeatureRecipe recipe, final List<Task> tasks, final int members,
        final String architecture, final Stage stage) {
        super(architecture);
        this.recipe = recipe;
        this.tasks = List.copyOf(tasks);
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("There is nothing that the networks predict.");
        }
        this.members = members;
        this.stage = Objects.requireNonNull(stage, "stage");
    }

    /** @return the spec of networks that exist */
    static NetworksPortObjectSpec of(final NetworkModel model, final Optional<RoundState> state) {
        return new NetworksPortObjectSpec(model.recipe(), model.networks().tasks(), model.networks().size(),
            ModelText.architecture(model.networks()),
            state.map(s -> s.training().isPresent() ? Stage.TRAINED : Stage.PRUNED).orElse(Stage.APART));
    }

    /**
     * @throws InvalidSettingsException unless the networks come from a training step, which is what the next step of a
     *             round goes on from
     */
    public void requireTrained() throws InvalidSettingsException {
        if (stage != Stage.TRAINED) {
            throw new InvalidSettingsException(stage == Stage.PRUNED
                ? "The networks have been pruned and not trained since: train the networks again with a Network "
                    + "Learner, and connect its output."
                : "The networks do not come from a training step, so the round that they belong to is not known. "
                    + "Connect the output of a Network Learner.");
        }
    }

    /** @return whether the networks come with what the next step of a round must know */
    boolean isOfARound() {
        return stage != Stage.APART;
    }

    /**
     * @param next the step that follows
     * @param then one line for people, as above, after that step
     * @return the spec of what the step makes of the networks
     */
    public NetworksPortObjectSpec after(final Stage next, final String then) {
        return new NetworksPortObjectSpec(recipe, tasks, members, then, next);
    }

    /** @return how the features are made; empty before the training of networks on vectors of another node */
    public Optional<FeatureRecipe> recipe() {
        return Optional.ofNullable(recipe);
    }

    /** @return what they predict */
    public List<Task> tasks() {
        return tasks;
    }

    /** @return names of what they predict, for a sentence */
    public String target() {
        return Task.names(tasks);
    }

    /** @return number of networks */
    public int members() {
        return members;
    }

    @Override
    public boolean equals(final Object other) {
        return super.equals(other) && other instanceof NetworksPortObjectSpec that
            && Objects.equals(recipe, that.recipe) && tasks.equals(that.tasks) && members == that.members
            && stage == that.stage;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), recipe, tasks, members, stage);
    }

    private static List<Task> tasks(final JsonNode json) {
        final List<Task> tasks = new ArrayList<>();
        for (final JsonNode task : json) {
            final List<String> classes = new ArrayList<>();
            task.path("classes").forEach(name -> classes.add(name.asText()));
            tasks.add(new Task(task.path("name").asText(), task.path("unit").asText(), classes));
        }
        return tasks;
    }

    /** Saves the spec as one JSON entry. Called by KNIME. */
    public static final class Serializer extends PortObjectSpecSerializer<NetworksPortObjectSpec> {

        private static final String ENTRY = "networks-spec.json";

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public void savePortObjectSpec(final NetworksPortObjectSpec spec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final ObjectNode json = JSON.createObjectNode();
            spec.recipe().ifPresent(recipe -> json.set("recipe", recipe.toTree()));
            final ArrayNode tasks = json.putArray("tasks");
            for (final Task task : spec.tasks) {
                final ObjectNode one = tasks.addObject().put("name", task.name()).put("unit", task.unit());
                task.classes().forEach(one.putArray("classes")::add);
            }
            json.put("members", spec.members);
            json.put("architecture", spec.description());
            json.put("stage", spec.stage.name());
            PortEntry.write(out, ENTRY, JSON.writeValueAsBytes(json));
        }

        @Override
        public NetworksPortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            try {
                final JsonNode json = JSON.readTree(PortEntry.read(in, ENTRY, "The saved spec of a Networks port"));
                final FeatureRecipe recipe =
                    json.has("recipe") ? FeatureRecipe.fromTree(json.path("recipe")) : null;
                return new NetworksPortObjectSpec(recipe,
                    tasks(json.path("tasks")), json.path("members").asInt(), json.path("architecture").asText(),
                    Stage.valueOf(json.path("stage").asText()));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw new IOException("The saved spec of a Networks port is damaged: " + e.getMessage(), e);
            }
        }
    }
}
