/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.EmbeddedView;
import org.reductor.cli.report.HtmlReport;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.explainer.FeatureExplainerNodeFactory;
import org.reductor.knime.explainer.MoleculeExplainerNodeFactory;
import org.reductor.knime.history.HistoryPlot;
import org.reductor.knime.history.HistoryViewData;
import org.reductor.knime.history.HistoryViewData.Round;
import org.reductor.knime.history.NetworkPicture;
import org.reductor.knime.history.NetworkPicture.Kernel;
import org.reductor.knime.history.NetworkPicture.Layer;
import org.reductor.knime.learner.NetworkLearnerNodeFactory;
import org.reductor.knime.scorer.DeviationScorerNodeFactory;

/** Pages in a real browser, with what real nodes show. Skipped where the machine has no Chromium. */
class ViewPagesTest {

    private static final Map<String, EmbeddedView> VIEWS = new LinkedHashMap<>();

    private static Chromium browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runNodes() throws Exception {
        final Optional<Chromium> found = Chromium.start();
        assumeTrue(found.isPresent(), "There is no Chromium on this machine; with Debian: apt-get install chromium.");
        browser = found.get();
        final BufferedDataTable numbers = ShownNodes.numbers(72);
        final NodeRunner learner = ShownNodes.learner(numbers, s -> s.addString("controls", "ALL"));
        VIEWS.put("history", ShownNodes.view(learner));
        VIEWS.put("numbers", ShownNodes.view(ShownNodes.predictor(learner, numbers)));
        final BufferedDataTable two = ShownNodes.classes(72, "inactive", "active");
        VIEWS.put("two classes", ShownNodes.view(ShownNodes.predictor(ShownNodes.learner(two, s -> { }), two)));
        final BufferedDataTable three = ShownNodes.classes(72, "low", "medium", "high");
        VIEWS.put("three classes", ShownNodes.view(ShownNodes.predictor(ShownNodes.learner(three, s -> { }), three)));
        VIEWS.put("scores", ShownNodes.view(scorer(ShownNodes.featurized(numbers))));
        VIEWS.put("features", ShownNodes.view(new NodeRunner(new FeatureExplainerNodeFactory())
            .guess(learner.out(0), numbers).run(learner.out(0), numbers)));
        VIEWS.put("molecules", ShownNodes.view(new NodeRunner(new MoleculeExplainerNodeFactory())
            .guess(learner.out(0), numbers).run(learner.out(0), numbers)));
    }

    private static NodeRunner scorer(final BufferedDataTable features) throws Exception {
        final NodeRunner controls = new NodeRunner(new NetworkLearnerNodeFactory()).guess(features, null)
            .set(ShownNodes::quick).run(features, null);
        return new NodeRunner(new DeviationScorerNodeFactory()).set(s -> s.addString("criterion", "MAGNITUDE"))
            .run(controls.out(0), null);
    }

    @AfterAll
    static void closeBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private Chromium.Tab open(final EmbeddedView view) throws IOException {
        return browser.open(ShownNodes.page(view, folder, view.initialDataJson()), 1000, 700);
    }

    private static int count(final Chromium.Tab tab, final String selector) {
        return tab.evaluate("document.querySelectorAll('" + selector + "').length").asInt();
    }

    private static void assertQuiet(final Chromium.Tab tab) {
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).isEmpty();
        assertThat(count(tab, ".problem")).isZero();
    }

    static Stream<Arguments> pages() {
        return Stream.of(arguments("history", "Pruning history of pIC50", 4, "Round"),
            arguments("numbers", "Predictions of pIC50", 2, "RMSE"),
            arguments("two classes", "Predictions of class", 4, "ROC AUC"),
            arguments("three classes", "Predictions of class", 4, "MCC"),
            arguments("scores", "Scores of weights: magnitude", 2, "33 % of all weights"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void chartsAreThereAndNothingIsAskedForOrComplainedOf(final String name, final String title, final int charts,
        final String text) throws Exception {
        final Chromium.Tab tab = open(VIEWS.get(name));
        tab.await("document.querySelector('h1')");
        assertThat(tab.evaluate("document.querySelector('h1').textContent").asText()).isEqualTo(title);
        assertThat(count(tab, ".plot svg")).isEqualTo(charts);
        assertThat(tab.evaluate("document.body.innerText").asText()).contains(text).doesNotContain("NaN", "undefined",
            "null");
        assertThat(tab.evaluate("[...document.querySelectorAll('.plot')].every(p => p.ariaLabel "
            + "&& p.querySelectorAll('svg path').length > 5)").asBoolean()).isTrue();
        assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth").asBoolean()).as("fits").isTrue();
        assertQuiet(tab);
    }

    static List<String> cards() {
        return List.of("features", "molecules");
    }

    @ParameterizedTest
    @MethodSource("cards")
    void explainersShowCardsWithDrawings(final String name) throws Exception {
        final Chromium.Tab tab = open(VIEWS.get(name));
        tab.await("document.querySelector('article svg')");
        assertThat(count(tab, "article")).isPositive();
        assertQuiet(tab);
    }

    static List<String> names() {
        return List.of("history", "numbers", "two classes", "scores");
    }

    @ParameterizedTest
    @MethodSource("names")
    void pagesFitIntoANarrowPanel(final String name) throws Exception {
        final EmbeddedView view = VIEWS.get(name);
        final Chromium.Tab tab = browser.open(ShownNodes.page(view, folder, view.initialDataJson()), 480, 700);
        tab.await("document.querySelector('.plot svg')");
        assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(480);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theTabKeyReachesEveryButtonAndChartAndMovesOn(final String name) throws Exception {
        final Chromium.Tab tab = open(VIEWS.get(name));
        tab.await("document.querySelector('.plot svg')");
        final int wanted = count(tab, "button, input, select, .plot, .scroll, summary");
        tab.evaluate("window.seen = new Set(); document.addEventListener('focusin', e => seen.add(e.target)); 0");
        for (int i = 0; i < wanted; i++) {
            tab.press("Tab");
        }
        assertThat(tab.evaluate("seen.size").asInt()).isGreaterThanOrEqualTo(wanted);
        assertQuiet(tab);
    }

    @Test
    void arrowKeysTellThePointsAndEnterShowsTheMolecule() throws Exception {
        final Chromium.Tab tab = open(VIEWS.get("numbers"));
        tab.await("document.querySelector('.plot svg')");
        tab.evaluate("document.querySelector('.plot').focus(); 0");
        tab.press("ArrowRight");
        assertThat(tab.evaluate("document.querySelector('.chart [role=status]').textContent").asText())
            .startsWith("Row0. Predicted: ").contains("Interval: ", "Measured: ", "Error: ");
        tab.press("ArrowRight");
        tab.press("Enter");
        assertThat(tab.evaluate("document.querySelector('.detail h2').textContent").asText()).isEqualTo("Row1");
        assertThat(tab.evaluate("document.querySelector('.detail').innerText").asText()).contains("CCN", "Predicted",
            "Measured", "Similarity to training");
        assertThat(count(tab, ".detail svg path")).isPositive();
        tab.press("+");
        tab.press("0");
        tab.press("Escape");
        assertQuiet(tab);
    }

    @Test
    void aClickShowsTheMolecule() throws Exception {
        final Chromium.Tab tab = open(VIEWS.get("numbers"));
        tab.await("document.querySelector('.plot svg')");
        tab.evaluate("(() => { const plot = document.querySelector('.plot'); "
            + "const chart = echarts.getInstanceByDom(plot); const value = chart.getOption().series[0].data[5].value; "
            + "const at = chart.convertToPixel({seriesIndex: 0}, value); "
            + "const box = plot.querySelector('svg').parentNode.getBoundingClientRect(); "
            + "const fire = type => plot.querySelector('svg').parentNode.dispatchEvent(new MouseEvent(type, "
            + "{clientX: box.x + at[0], clientY: box.y + at[1], bubbles: true})); "
            + "['mousemove', 'mousedown', 'mouseup', 'click'].forEach(fire); })()");
        assertThat(count(tab, ".detail svg path")).isPositive();
    }

    @Test
    void whatIsSavedIsTheChart() throws Exception {
        final Chromium.Tab tab = open(VIEWS.get("history"));
        tab.await("document.querySelector('.plot svg')");
        tab.evaluate("window.saved = []; HTMLAnchorElement.prototype.click = function () "
            + "{ saved.push([this.download, decodeURIComponent(this.href)]); }; 0");
        tab.evaluate("[...document.querySelectorAll('.tools button')].filter(b => b.textContent === 'SVG')"
            + ".forEach(b => b.click())");
        final JsonNode saved = tab.evaluate("saved");
        assertThat(saved).hasSize(count(tab, "figure.chart"));
        for (final JsonNode one : saved) {
            assertThat(one.path(0).asText()).endsWith(".svg");
            assertThat(one.path(1).asText()).startsWith("data:image/svg+xml").contains("<svg", "</svg>", "<path");
        }
        tab.evaluate("saved.length = 0; [...document.querySelectorAll('.tools button')]"
            + ".filter(b => b.textContent === 'PNG').forEach(b => b.click())");
        tab.await("saved.length === document.querySelectorAll('figure.chart').length");
        assertThat(tab.evaluate("saved.every(s => s[0].endsWith('.png') && s[1].startsWith('data:image/png;base64,') "
            + "&& s[1].length > 2000)").asBoolean()).isTrue();
        assertQuiet(tab);
    }

    @Test
    void pagesAreDarkForThoseOnlyWhoChooseIt() throws Exception {
        final Chromium.Tab tab = open(VIEWS.get("history"));
        tab.await("document.querySelector('.plot svg')");
        final String page = "getComputedStyle(document.body).backgroundColor";
        tab.preferDark();
        assertThat(tab.evaluate(page).asText()).isEqualTo("rgb(255, 255, 255)");
        tab.evaluate("document.querySelector('.theme').click(); 0");
        assertThat(tab.evaluate(page).asText()).isEqualTo("rgb(29, 34, 38)");
        assertThat(tab.evaluate("document.querySelector('.plot svg').innerHTML.includes('#1d2226') "
            + "|| document.querySelector('.plot svg').innerHTML.includes('rgb(29,34,38)')").asBoolean()).isTrue();
        tab.evaluate("localStorage.clear(); 0");
    }

    @Test
    void theReportHoldsAllViewsInOneFileThatNeedsNoOther() throws Exception {
        final HtmlReport report = new HtmlReport("A <run> & its views");
        for (final var entry : VIEWS.entrySet()) {
            report.add(entry.getKey(), entry.getValue());
        }
        final Path file = folder.resolve("alone").resolve("report.html");
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            report.write(List.of("Result", "  Rounds <3>"), out);
        }
        final Chromium.Tab tab = browser.open(file, 1000, 700);
        tab.await("document.querySelectorAll('[aria-busy]').length === 0 && document.querySelector('article svg')");
        assertThat(tab.evaluate("document.title").asText()).isEqualTo("A <run> & its views");
        assertThat(count(tab, ".plot svg")).isEqualTo(16);
        assertThat(tab.evaluate("document.body.innerText").asText()).contains("Rounds <3>", "Pruning history of pIC50",
            "What the networks look at: pIC50");
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).doesNotContain("<script src", "<link rel");
        assertQuiet(tab);
    }

    /* ---- Histories of all kinds ---- */

    private static Round round(final int number, final Double score, final boolean accepted) {
        return new Round(number, 1000, 1000 >> number, 1000 - 100 * number, 100 - 100.0 / (1 << number), score, 0.01,
            score, null, 8, 32, 10, 1.5, accepted, false, "");
    }

    private static HistoryViewData history(final List<Round> rounds, final int left) {
        return new HistoryViewData("y", "RMSE", 1, rounds, List.of(), List.of(),
            HistoryPlot.of(rounds).orElse(null), new NetworkPicture(List.of(new Layer("Inputs", 2000, left, left, left),
                new Layer("Output", 1, 1, 1, 1)), List.of(new Kernel(2000, left))));
    }

    static Stream<Arguments> histories() {
        return Stream.of(
            arguments(history(List.of(), 2000), "come with no rounds", 0),
            arguments(history(List.of(round(0, .5, true)), 2000), "There is no round after the control", 1),
            arguments(history(List.of(round(0, .5, true), round(1, .6, false), round(2, 9.0, false)), 2000),
                "none lost weights at an acceptable error", 2),
            arguments(history(List.of(round(0, null, true)), 1), "There is no error to draw", 0),
            arguments(history(IntStream.range(0, 20).mapToObj(i -> round(i > 9 ? 9 : i, .5 - .001 * i, i == 19))
                .toList(), 1), "1 of 2,000", 2));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void runsOfOneRoundWithoutSuccessAndDownToOneFeatureAreShown(final HistoryViewData data, final String text,
        final int charts) throws Exception {
        final String json = "{\"result\":" + new ObjectMapper().writeValueAsString(data) + "}";
        final Chromium.Tab tab = browser.open(ShownNodes.page(VIEWS.get("history"), folder, json), 1000, 700);
        tab.await("document.querySelector('h1')");
        assertThat(tab.evaluate("document.body.textContent").asText()).contains(text);
        assertThat(count(tab, ".plot svg")).isEqualTo(charts);
        assertQuiet(tab);
    }

    /* ---- KNIME's data service ---- */

    private static List<String> recorded() throws IOException {
        try (var in = ViewPagesTest.class.getResourceAsStream("/knime-initial-data.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Opens a page in a frame, as KNIME does, which answers requests as KNIME's user interface does. */
    private String shownInKnime(final String config, final String answer) throws IOException {
        final Path page = ShownNodes.page(VIEWS.get("features"), folder, null);
        Files.writeString(page, Files.readString(page).replace("feature-explainer", "port"));
        Files.copy(Path.of("..", "plugin", "org.reductor.knime", "js", "port.js"), folder.resolve("port.js"),
            StandardCopyOption.REPLACE_EXISTING);
        final Path knime = folder.resolve("knime.html");
        Files.writeString(knime, "<script>window.asked = []; addEventListener('message', e => { asked.push(e.data); "
            + "if (e.data.type === 'UIExtensionRequest') { e.source.postMessage({type: 'UIExtensionResponse', "
            + "requestId: e.data.requestId, payload: e.data.payload.method === 'getConfig' ? " + config + " : " + answer
            + "}, '*'); } });</script><iframe src=\"" + page.getFileName() + "\"></iframe>");
        final Chromium.Tab tab = browser.open(knime, 1000, 700);
        final String inside = "document.querySelector('iframe').contentDocument";
        tab.await("!" + inside + ".querySelector('[aria-busy]') && " + inside
            + ".querySelector('main').children.length");
        assertThat(tab.evaluate("asked.map(m => m.type)").get(0).asText()).isEqualTo("UIExtensionReady");
        assertThat(tab.complaints()).isEmpty();
        return tab.evaluate(inside + ".querySelector('main').innerText").asText();
    }

    private static String asText(final String json) throws IOException {
        return new ObjectMapper().writeValueAsString(json);
    }

    @Test
    void theResultIsShownHoweverKnimeHandsItOver() throws Exception {
        final String envelope = recorded().get(0);
        assertThat(shownInKnime("{initialData: " + envelope + "}", "null")).isEqualTo("Networks");
        assertThat(shownInKnime("{initialData: " + asText(envelope) + "}", "null")).isEqualTo("Networks");
        assertThat(shownInKnime("{nodeId: 'root:1'}", "{result: " + asText(envelope) + "}")).isEqualTo("Networks");
        assertThat(shownInKnime("{nodeId: 'root:1'}", asText("{\"result\": " + asText(envelope) + "}")))
            .isEqualTo("Networks");
        assertThat(shownInKnime("{nodeId: 'root:1'}", envelope)).isEqualTo("Networks");
    }

    @Test
    void warningsStandAboveTheResult() throws Exception {
        assertThat(shownInKnime("{initialData: " + recorded().get(1) + "}", "null"))
            .matches("(?s)Some rows are left out\\.\\s+Networks");
    }

    @Test
    void errorsAreShownWithWhatTheySay() throws Exception {
        assertThat(shownInKnime("{}", "{result: " + asText(recorded().get(2)) + "}"))
            .contains("There is nothing to show.", "There is no model.", "Details").doesNotContain("Networks");
        assertThat(shownInKnime("{}", "{result: " + asText(recorded().get(3)) + "}"))
            .contains("this is an error of the program", "The table is gone.");
        assertThat(shownInKnime("{}", "{error: {message: 'The node is gone.'}}")).contains("The node is gone.");
        assertThat(shownInKnime("{}", "{result: null}")).contains("Execute the node and open the view again.");
    }
}
