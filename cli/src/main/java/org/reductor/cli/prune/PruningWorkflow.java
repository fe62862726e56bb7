/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.cli.prune;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.EmbeddedNode;
import org.reductor.cli.prune.NodeSetting.Node;
import org.reductor.runner.workflow.Connection;
import org.reductor.runner.workflow.Workflow;
import org.reductor.runner.workflow.WorkflowNode;

/**
 * The nodes of a pruning, wired and set as in the workflow of the example: read, make features, keep rows for the test,
 * learn and prune, predict the test by the pruned and by the unpruned networks, write all of it to the data area.
 */
public final class PruningWorkflow {

    private static final String READER = "org.knime.base.node.io.filehandling.csv.reader.CSVTableReaderNodeFactory";

    private static final String WRITER = "org.knime.base.node.io.filehandling.csv.writer.CSVWriter2NodeFactory";

    private static final String OURS = "org.reductor.knime.";

    private static final String FEATURES = "Features";

    private static final String LOCAL = "LOCAL";

    /** Makes the node of a factory. */
    @FunctionalInterface
    public interface Factories {
        EmbeddedNode of(String factory);
    }

    private final Factories factories;

    private final Path folder;

    private final Path table;

    private final boolean tabs;

    private final Map<Integer, WorkflowNode> nodes = new LinkedHashMap<>();

    private final List<Connection> connections = new ArrayList<>();

    private final List<NodeSetting> given = new ArrayList<>();

    private final Map<Node, NodeSettings> settings = new EnumMap<>(Node.class);

    /**
     * @param factories makes nodes
     * @param folder that of the workflow, whose data area receives the results
     * @param table a CSV file
     * @param tabs whether its values stand between tabs
     */
    public PruningWorkflow(final Factories factories, final Path folder, final Path table, final boolean tabs) {
        this.factories = factories;
        this.folder = folder;
        this.table = table;
        this.tabs = tabs;
    }

    /**
     * @return the columns of the table
     * @throws InvalidSettingsException if it cannot be read; the message says why
     */
    public DataTableSpec columns() throws InvalidSettingsException {
        final EmbeddedNode reader = factories.of(READER);
        reader.validateAndLoad(readerSettings(reader));
        return (DataTableSpec)reader.configure(new PortObjectSpec[0], warning -> { })[0];
    }

    private NodeSettings readerSettings(final EmbeddedNode reader) throws InvalidSettingsException {
        final NodeSettings all = saved(reader);
        place(all.getNodeSettings("settings").getNodeSettings("file_selection").getNodeSettings("path"), LOCAL, null,
            table.toString());
        if (tabs) {
            all.getNodeSettings("settings").addString("column_delimiter", "\t");
        }
        all.getNodeSettings("advanced_settings").addBoolean("limit_data_rows_scanned", false);
        return all;
    }

    private static void place(final NodeSettings location, final String system, final String specifier,
        final String path) {
        location.addBoolean("location_present", true);
        location.addString("file_system_type", system);
        location.addString("file_system_specifier", specifier);
        location.addString("path", path);
    }

    private static NodeSettings saved(final EmbeddedNode node) {
        final NodeSettings settings = new NodeSettings("model");
        node.save(settings);
        return settings;
    }

    /**
     * @param roles what the columns are for
     * @param grouping how a Molecule Grouper makes groups, by the name of its setting; {@code null} for none
     * @param testPercent share of the rows for the test, where no column says it
     * @param more further settings of nodes, which win
     * @param runFolder where the learner keeps what it has trained
     * @return the workflow, ready to run
     * @throws InvalidSettingsException if a setting cannot be what it is to be
     */
    public Workflow build(final Roles roles, final String grouping, final double testPercent,
        final List<NodeSetting> more, final Path runFolder) throws InvalidSettingsException {
        given.addAll(more);
        final DataTableSpec columns = columns();
        final EmbeddedNode reader = factories.of(READER);
        add(1, reader, readerSettings(reader));
        int last = 1;
        String group = roles.group();
        final EmbeddedNode grouper = factories.of(OURS + "grouper.MoleculeGrouperNodeFactory");
        final NodeSettings groups = own(Node.GROUPER, grouper);
        if (grouping != null) {
            group = DataTableSpec.getUniqueColumnName(columns, groups.getString("outputColumn"));
            groups.addString("outputColumn", group);
            groups.addString("groupBy", grouping);
            groups.addString("moleculeColumn", roles.molecules().isEmpty() ? null : roles.molecules().get(0));
        }
        final EmbeddedNode featurizer = factories.of(OURS + "featurizer.MoleculeFeaturizerNodeFactory");
        final NodeSettings features = own(Node.FEATURIZER, featurizer);
        select(features, "moleculeColumns", null, roles.molecules());
        select(features, "reactionColumns", "reactions", roles.reactions());
        select(features, "categoricalColumns", "categories", roles.categories());
        select(features, "numericColumns", "numbers", roles.numbers());
        final String featuresColumn = DataTableSpec.getUniqueColumnName(columns, FEATURES);
        features.addString("outputColumn", featuresColumn);
        final EmbeddedNode learner = factories.of(OURS + "learner.ReductivePruningLearnerNodeFactory");
        final NodeSettings learning = own(Node.LEARNER, learner);
        learning.addString("fingerprintColumn", featuresColumn);
        learning.addString("targetColumn", roles.targets().get(0));
        select(learning, "moreTargets", "severalTargets", roles.targets().subList(1, roles.targets().size()));
        learning.addString("grouping", group == null ? "NONE" : "COLUMN");
        learning.addString("groupColumn", group);
        learning.addString("runFolder", runFolder.toString());
        final EmbeddedNode pruned = factories.of(OURS + "predictor.NetworkPredictorNodeFactory");
        final NodeSettings predicting = own(Node.PREDICTOR, pruned);
        predicting.addBoolean("appendEachNetwork", true);
        applyGiven();
        if (grouping != null) {
            add(2, grouper, groups);
            connect(1, 1, 2, 1);
            last = 2;
        }
        add(3, featurizer, features);
        connect(last, 1, 3, 1);
        final EmbeddedNode split = EmbeddedNode.of(new TestRowsNodeFactory());
        final NodeSettings splitting = saved(split);
        splitting.addDouble("share", testPercent / 100);
        splitting.addLong("seed", learning.getLong("seed"));
        splitting.addString("groupColumn", group == null ? "" : group);
        splitting.addString("splitColumn", roles.split() == null ? "" : roles.split());
        add(4, split, splitting);
        connect(3, 1, 4, 1);
        add(5, learner, learning);
        connect(4, 1, 5, 1);
        add(6, pruned, predicting);
        connect(5, 1, 6, 1);
        connect(4, 2, 6, 2);
        final EmbeddedNode unpruned = factories.of(OURS + "predictor.NetworkPredictorNodeFactory");
        final NodeSettings comparing = new NodeSettings("model");
        predicting.copyTo(comparing);
        comparing.addString("columnSuffix", " (unpruned)");
        comparing.addBoolean("removeFingerprints", true);
        add(7, unpruned, comparing);
        connect(5, 2, 7, 1);
        connect(6, 1, 7, 2);
        writeTable(8, 7, 1, "predictions.csv");
        writeTable(9, 5, 3, "history.csv");
        writeTable(10, 3, 2, "failed.csv");
        writeNetworks(11, 1, "model.reductor");
        writeNetworks(12, 2, "model-unpruned.reductor");
        return new Workflow("prune", folder, List.copyOf(nodes.values()), List.copyOf(connections), List.of(),
            List.of(), List.of());
    }

    private NodeSettings own(final Node name, final EmbeddedNode node) {
        final NodeSettings all = saved(node);
        settings.put(name, all);
        return all;
    }

    private static void select(final NodeSettings settings, final String key, final String onOff,
        final List<String> columns) throws InvalidSettingsException {
        settings.getNodeSettings(key).getNodeSettings("manualFilter").addStringArray("manuallySelected",
            columns.toArray(String[]::new));
        if (onOff != null) {
            settings.addBoolean(onOff, !columns.isEmpty());
        }
    }

    private void applyGiven() throws InvalidSettingsException {
        for (final NodeSetting setting : given) {
            final Node node = Arrays.stream(Node.values())
                .filter(n -> (setting.node() == null || setting.node() == n) && setting.isIn(settings.get(n)))
                .findFirst().orElseThrow(() -> new InvalidSettingsException(unknown(setting)));
            setting.applyTo(settings.get(node));
        }
    }

    private String unknown(final NodeSetting setting) {
        final List<Node> asked = setting.node() == null ? List.of(Node.values()) : List.of(setting.node());
        final StringBuilder text = new StringBuilder("There is no setting '" + setting.path() + "'. ");
        asked.forEach(node -> text.append("The ").append(node.label()).append(" has ")
            .append(String.join(", ", settings.get(node).keySet())).append(". "));
        return text.toString().strip();
    }

    private void writeTable(final int id, final int from, final int port, final String name)
        throws InvalidSettingsException {
        final EmbeddedNode writer = factories.of(WRITER);
        final NodeSettings all = saved(writer);
        place(all.getNodeSettings("settings").getNodeSettings("file_chooser_settings").getNodeSettings("path"),
            "RELATIVE", "knime.workflow.data", name);
        all.getNodeSettings("settings").getNodeSettings("file_chooser_settings").addString("if_path_exists",
            "overwrite");
        add(id, writer, all);
        connect(from, port, id, 1);
    }

    private void writeNetworks(final int id, final int port, final String name) throws InvalidSettingsException {
        final EmbeddedNode writer = factories.of(OURS + "writer.NetworkWriterNodeFactory");
        final NodeSettings all = saved(writer);
        place(all.getNodeSettings("file").getNodeSettings("path"), "RELATIVE", "knime.workflow.data", name);
        all.addString("ifExists", "OVERWRITE");
        add(id, writer, all);
        connect(5, port, id, 1);
    }

    private void add(final int id, final EmbeddedNode node, final NodeSettings model)
        throws InvalidSettingsException {
        node.validateAndLoad(model);
        final NodeSettings root = new NodeSettings("settings");
        model.copyTo(root.addNodeSettings("model"));
        nodes.put(id, new WorkflowNode(id, node.name(), null, root, node));
    }

    private void connect(final int source, final int sourcePort, final int target, final int targetPort) {
        connections.add(new Connection(source, sourcePort, target, targetPort));
    }
}
