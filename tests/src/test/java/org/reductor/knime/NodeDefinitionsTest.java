/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.impl.EmbeddedConfiguration.Port;
import org.knime.node.EmbeddedNode;
import org.reductor.knime.explainer.FeatureExplainerNodeFactory;
import org.reductor.knime.explainer.MoleculeExplainerNodeFactory;
import org.reductor.knime.exporter.NetworkExporterNodeFactory;
import org.reductor.knime.featurizer.MoleculeFeaturizerNodeFactory;
import org.reductor.knime.grouper.MoleculeGrouperNodeFactory;
import org.reductor.knime.importer.NetworkImporterNodeFactory;
import org.reductor.knime.learner.NetworkLearnerNodeFactory;
import org.reductor.knime.learner.PerturbedNetworkLearnerNodeFactory;
import org.reductor.knime.learner.ReductivePruningLearnerNodeFactory;
import org.reductor.knime.loop.PruningLoopEndNodeFactory;
import org.reductor.knime.loop.PruningLoopStartNodeFactory;
import org.reductor.knime.plot.PruningPlotNodeFactory;
import org.reductor.knime.predictor.NetworkPredictorNodeFactory;
import org.reductor.knime.pruner.NetworkPrunerNodeFactory;
import org.reductor.knime.reader.NetworkReaderNodeFactory;
import org.reductor.knime.scorer.DeviationScorerNodeFactory;
import org.reductor.knime.writer.NetworkWriterNodeFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class NodeDefinitionsTest {

    private static final String PRESENT = "location_present=true";

    private static final String RELATIVE = "file_system_type=RELATIVE";

    private static final String TO_DATA = "file_system_specifier=knime.workflow.data";

    private static final Path BUNDLE = Path.of("..", "plugin", "org.reductor.knime");

    static Stream<NodeFactory<?>> factories() {
        return Stream.of(new MoleculeFeaturizerNodeFactory(), new MoleculeGrouperNodeFactory(),
            new ReductivePruningLearnerNodeFactory(), new NetworkPredictorNodeFactory(),
            new FeatureExplainerNodeFactory(), new MoleculeExplainerNodeFactory(), new PruningPlotNodeFactory(),
            new NetworkLearnerNodeFactory(), new PerturbedNetworkLearnerNodeFactory(), new DeviationScorerNodeFactory(), new NetworkPrunerNodeFactory(),
            new PruningLoopStartNodeFactory(), new PruningLoopEndNodeFactory(),
            new NetworkWriterNodeFactory(), new NetworkReaderNodeFactory(), new NetworkExporterNodeFactory(),
            new NetworkImporterNodeFactory());
    }

    private static List<Element> elements(final String tag) throws Exception {
        final Document plugin =
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(BUNDLE.resolve("plugin.xml").toFile());
        final var nodes = plugin.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1).map(i -> (Element)nodes.item(i)).toList();
    }

    @Test
    void pluginXmlRegistersEveryNodeAndNoOther() throws Exception {
        assertThat(elements("node").stream().map(e -> e.getAttribute("factory-class")))
            .containsExactlyElementsOf(factories().map(f -> f.getClass().getName()).toList());
        final List<String> categories = elements("category").stream()
            .map(e -> e.getAttribute("path") + "/" + e.getAttribute("level-id")).toList();
        assertThat(categories).containsExactly("/community/reductor", "/community/reductor/steps",
            "/community/reductor/files");
        assertThat(elements("node").stream().map(e -> e.getAttribute("category-path")).distinct())
            .containsExactlyElementsOf(categories);
        assertThat(elements("category")).allMatch(e -> Files.isRegularFile(BUNDLE.resolve(e.getAttribute("icon"))));
    }

    @Test
    void pluginXmlNamesExistingPortClasses() throws Exception {
        final List<Element> ports = elements("portType");
        assertThat(ports).extracting(port -> port.getAttribute("name")).containsExactly("Networks",
            "Perturbed Networks", "Deviations");
        assertThat(ports).extracting(port -> port.getAttribute("color")).doesNotHaveDuplicates();
        for (final Element port : ports) {
            for (final String attribute : List.of("objectClass", "objectSerializer", "specClass", "specSerializer")) {
                assertThat(Class.forName(port.getAttribute(attribute))).isPublic();
            }
            for (final String attribute : List.of("objectSerializer", "specSerializer")) {
                assertThat(Class.forName(port.getAttribute(attribute)).getConstructor().newInstance()).isNotNull();
            }
        }
    }

    /** KNIME takes a serializer for that of the class which the first type argument of its direct superclass names. */
    @Test
    void serializersSayWhichPortTheyAreOf() throws Exception {
        for (final Element port : elements("portType")) {
            assertThat(firstTypeArgument(port.getAttribute("objectSerializer")))
                .isEqualTo(port.getAttribute("objectClass"));
            assertThat(firstTypeArgument(port.getAttribute("specSerializer")))
                .isEqualTo(port.getAttribute("specClass"));
            assertThat(Class.forName(port.getAttribute("objectClass")).getMethod("getSpec").getReturnType().getName())
                .isEqualTo(port.getAttribute("specClass"));
        }
    }

    private static String firstTypeArgument(final String serializer) throws ClassNotFoundException {
        final var parent = (ParameterizedType)Class.forName(serializer).getGenericSuperclass();
        return parent.getActualTypeArguments()[0].getTypeName();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void isDescribedCompletely(final NodeFactory<?> factory) throws Exception {
        final EmbeddedNode node = EmbeddedNode.of(factory);

        assertThat(node.name()).isNotBlank().isNotIn("Network Writer", "Network Reader"); // KNIME's Network Mining
        assertThat(node.shortDescription()).endsWith(".");
        assertThat(node.keywords()).hasSizeGreaterThan(3);
        final List<Port> ports = Stream.concat(node.inputs().stream(), node.outputs().stream()).toList();
        assertThat(ports).extracting(Port::name).doesNotHaveDuplicates();
        assertThat(ports).extracting(Port::description).allMatch(text -> text.endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void hasAnIconOfSixteenPixels(final NodeFactory<?> factory) throws Exception {
        final String path = EmbeddedNode.of(factory).iconPath();

        // Relative to the package of the factory, as KNIME resolves it from the root of the bundle.
        final Path packages = Path.of(factory.getClass().getPackageName().replace('.', '/'));
        final BufferedImage icon = ImageIO.read(BUNDLE.resolve(packages.resolve(path).normalize()).toFile());
        assertThat(icon.getWidth()).isEqualTo(16);
        assertThat(icon.getHeight()).isEqualTo(16);
        assertThat(icon.getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void optionalPortsAreOptional() {
        final EmbeddedNode learner = EmbeddedNode.of(new ReductivePruningLearnerNodeFactory());

        assertThat(learner.inputs()).extracting(Port::optional).containsExactly(false, true, true);
        assertThat(learner.outputs()).hasSize(3);
    }

    /** Stored workflows depend on these keys. Add a migration beside the field before changing a line here. */
    @Test
    void settingsAreStoredUnderTheKeysThatWorkflowsUse() throws Exception {
        final List<String> noColumns = List.of("mode=MANUAL", "pattern=", "isCaseSensitive=false", "isInverted=false",
            "array-size=0", "array-size=0", "includeUnknownColumns=false", "array-size=0");
        assertThat(stored(new MoleculeFeaturizerNodeFactory())).containsExactlyElementsOf(Stream.of(noColumns,
            List.of("largestFragment=false", "neutralize=false", "canonicalTautomer=false", "fingerprint=MORGAN",
                "fingerprintValues=BITS", "secondFingerprint=FEATURE_MORGAN", "secondValues=BITS",
                "thirdFingerprint=ATOM_PAIR", "thirdValues=SCALED_COUNTS", "radius=2", "length=2048", "descriptorSet=BASIC",
                "categories=false"), noColumns, List.of("numbers=false"), noColumns,
            List.of("numericScaling=STANDARDIZE", "reactions=false"), noColumns,
            List.of("reactants=true", "agents=true", "products=true", "outputColumn=Features",
                "badMolecules=SEPARATE", "emptyInputs=UNUSABLE")).flatMap(List::stream).toList());
        assertThat(stored(new MoleculeGrouperNodeFactory())).containsExactly("moleculeColumn=null", "groupBy=SCAFFOLD",
            "ringless=BY_MOLECULE", "similarity=0.65", "stereo=false", "ignoreSalts=true", "outputColumn=Group",
            "badMolecules=MISSING");
        final List<String> training = Stream.of(List.of("fingerprintColumn=null", "targetColumn=null",
            "severalTargets=false"), noColumns,
            List.of("targetKind=GUESS", "grouping=NONE", "groupColumn=null", "judges=OUT_OF_FOLD", "holdOutShare=0.1",
                "duplicates=KEEP", "folds=16", "stratification=CLASSES", "weighting=NONE", "weightColumn=null",
                "missingValues=SKIP", "hiddenLayers=256, 64", "activation=RELU", "targetScaling=STANDARDIZE",
                "loss=RMSE", "classLoss=CROSS_ENTROPY",
                "classWeights=NONE", "optimizer=ADAM", "learningRate=0.001", "momentum=0.9", "weightDecay=0.0",
                "dropout=0.0", "batchSize=32", "maxEpochs=1000", "patience=4", "engine=REDUCTOR", "seed=1",
                "threads=0")).flatMap(List::stream).toList();
        assertThat(stored(new NetworkLearnerNodeFactory())).containsExactlyElementsOf(training);
        assertThat(stored(new ReductivePruningLearnerNodeFactory())).startsWith(training.toArray(String[]::new))
            .endsWith("preset=OWN", "rounds=10", "acceptance=NO_LOSS", "tolerance=0.01", "controls=NONE",
                "criterion=CERTAIN_CONTRIBUTION", "perturbation=NOISE", "perturbationAmplitude=0.1",
                "perturbedNetworks=1", "roundStart=LAST_WEIGHTS", "dropSchedule=GEOMETRIC", "dropRate=0.33",
                "runFolder=")
            .hasSize(training.size() + 13);
        assertThat(stored(new PerturbedNetworkLearnerNodeFactory())).containsExactly("perturbation=NOISE",
            "perturbationAmplitude=0.1", "perturbedNetworks=1", "threads=0");
        assertThat(stored(new DeviationScorerNodeFactory())).containsExactly("criterion=CERTAIN_CONTRIBUTION");
        assertThat(stored(new NetworkPrunerNodeFactory())).containsExactly("dropSchedule=GEOMETRIC", "dropRate=0.33",
            "roundStart=LAST_WEIGHTS");
        assertThat(stored(new PruningLoopStartNodeFactory())).containsExactly("rounds=10");
        assertThat(stored(new PruningLoopEndNodeFactory())).containsExactly("acceptance=NO_LOSS");
        assertThat(stored(new NetworkReaderNodeFactory())).containsExactly(PRESENT, RELATIVE, TO_DATA,
            "path=model.reductor");
        assertThat(stored(new NetworkPredictorNodeFactory())).containsExactly("source=AUTOMATIC",
            "moleculeColumn=null", "badMolecules=MISSING", "unknownCategories=IGNORE", "intervals=true",
            "coverage=90", "calibrate=true", "similarity=true", "columnSuffix=", "appendEachNetwork=false",
            "removeFingerprints=false");
        assertThat(stored(new FeatureExplainerNodeFactory())).containsExactly("target=", "explainedClass=", "rows=5000",
            "substructures=5");
        assertThat(stored(new MoleculeExplainerNodeFactory())).containsExactly("target=", "explainedClass=",
            "rows=5000", "scale=SAME", "badMolecules=MISSING");
        assertThat(stored(new PruningPlotNodeFactory())).containsExactly("title=");
        assertThat(stored(new NetworkWriterNodeFactory())).containsExactly(PRESENT, RELATIVE, TO_DATA,
            "path=model.reductor", "ifExists=FAIL", "createFolders=true");
        assertThat(stored(new NetworkExporterNodeFactory())).containsExactly("format=ONNX", "pruned=LEFT_OUT",
            "members=ALL", "member=1", PRESENT, RELATIVE, TO_DATA, "path=model.onnx", "ifExists=FAIL",
            "createFolders=true");
        assertThat(stored(new NetworkImporterNodeFactory())).containsExactly(PRESENT, RELATIVE, TO_DATA,
            "path=model.h5", "target=", "featuresColumn=", "featuresName=", "largestSize=1000");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void savedSettingsLoadAgain(final NodeFactory<?> factory) throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        EmbeddedNode.of(factory).save(settings);

        final EmbeddedNode other = EmbeddedNode.of(factory);
        other.validateAndLoad(settings);
        final NodeSettings again = new NodeSettings("model");
        other.save(again);
        assertThat(lines(again)).isEqualTo(lines(settings));
    }

    /** Keys that earlier versions did not store. */
    static Stream<Arguments> laterKeys() {
        return Stream.of(
            Arguments.of(new ReductivePruningLearnerNodeFactory(), List.of("preset", "activation", "roundStart", "loss",
                "optimizer", "momentum", "weightDecay", "dropout", "engine", "severalTargets", "moreTargets", "targetKind", "classLoss",
                "classWeights", "grouping", "groupColumn", "stratification", "duplicates")),
            Arguments.of(new NetworkLearnerNodeFactory(), List.of("engine", "severalTargets", "moreTargets", "targetKind", "classLoss",
                "classWeights", "grouping", "groupColumn", "stratification", "duplicates")),
            Arguments.of(new MoleculeFeaturizerNodeFactory(), List.of("emptyInputs", "reactionColumns", "reactants",
                "agents", "products", "fingerprintValues", "secondValues", "thirdValues",
                "largestFragment", "neutralize", "canonicalTautomer", "categoricalColumns", "numericColumns",
                "numericScaling", "reactions", "categories", "numbers")),
            Arguments.of(new NetworkPredictorNodeFactory(), List.of("unknownCategories", "coverage")));
    }

    @ParameterizedTest
    @MethodSource("laterKeys")
    void settingsOfEarlierVersionsOpenWithDefaults(final NodeFactory<?> factory, final List<String> absent)
        throws Exception {
        final NodeSettings now = new NodeSettings("model");
        EmbeddedNode.of(factory).save(now);
        final NodeSettings earlier = new NodeSettings("model");
        now.keySet().stream().filter(key -> !absent.contains(key)).forEach(key -> earlier.addEntry(now.getEntry(key)));
        assertThat(earlier.keySet()).hasSize(now.keySet().size() - absent.size());

        final EmbeddedNode node = EmbeddedNode.of(factory);
        node.validateAndLoad(earlier);
        final NodeSettings again = new NodeSettings("model");
        node.save(again);
        assertThat(lines(again)).isEqualTo(lines(now));
    }

    private static List<String> stored(final NodeFactory<?> factory) throws Exception {
        final NodeSettings settings = new NodeSettings("model");
        EmbeddedNode.of(factory).save(settings);
        return lines(settings);
    }

    private static List<String> lines(final NodeSettings settings) throws Exception {
        final var out = new java.io.ByteArrayOutputStream();
        settings.saveToXML(out);
        final Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(out.toByteArray()));
        final var entries = xml.getElementsByTagName("entry");
        return Stream.iterate(0, i -> i < entries.getLength(), i -> i + 1).map(i -> (Element)entries.item(i))
            .map(e -> e.getAttribute("key") + "="
                + ("true".equals(e.getAttribute("isnull")) ? "null" : e.getAttribute("value")))
            .collect(Collectors.toList());
    }
}
