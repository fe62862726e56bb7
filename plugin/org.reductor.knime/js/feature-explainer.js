/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
window.reductor.define("feature-explainer", function (page, data) {
    "use strict";

    const tools = window.reductor;
    const {three, signed, whole} = tools.formats;
    const PAGE = 20;

    function summary() {
        if (data.total === 0) {
            return "Pruning has left no feature: the networks predict the same for every row.";
        }
        const left = data.total === 1 ? "One feature is" : whole.format(data.total) + " features are";
        const networks = data.networks === 1 ? "the network" : "the " + data.networks + " networks";
        return left + " left in " + networks + (data.features.length < data.total
            ? "; the " + whole.format(data.features.length) + " most important are shown, and the table has all."
            : ".") + " Importance is the rise of the " + data.score + " when a feature is switched off.";
    }

    function importance(feature) {
        if (feature.importance === null) {
            return "not known";
        }
        return tools.number(signed, feature.importance) + (feature.standardError === null ? ""
            : " (standard error " + tools.number(three, feature.standardError) + ")");
    }

    function effect(feature) {
        if (feature.effect === null) {
            return "\u2013";
        }
        return tools.number(signed, feature.effect)
            + (feature.effect > 0 ? ", raises" : feature.effect < 0 ? ", lowers" : "");
    }

    function sharing(feature) {
        if (feature.shown.length === 0) {
            return feature.remark;
        }
        if (feature.substructures === null) {
            return "This fingerprint does not tell substructures apart: the atoms of all that set the bit are marked.";
        }
        if (feature.substructures < 2) {
            return null;
        }
        return whole.format(feature.substructures) + " different substructures share this feature"
            + (feature.shown.length < feature.substructures ? "; the " + (feature.shown.length === 1 ? "commonest is"
                : feature.shown.length + " commonest are") + " shown." : ".");
    }

    function card(host, feature) {
        const node = tools.add(host, "article");
        tools.add(node, "h2", feature.name);
        const body = tools.add(node, "div", null, "feature");
        const facts = tools.add(body, "dl");
        tools.fact(facts, "Importance", importance(feature));
        tools.fact(facts, "Mean effect", effect(feature));
        tools.fact(facts, "Left in", feature.networks + " of " + data.networks
            + (data.networks === 1 ? " network" : " networks"));
        tools.fact(facts, "Rows with it", whole.format(feature.rows));
        tools.fact(facts, "Path weight", tools.number(three, feature.pathWeight));
        const figures = tools.add(body, "div", null, "figures");
        feature.shown.forEach(function (one) {
            const figure = tools.add(figures, "figure");
            if (one.svg) {
                tools.drawing(figure, one.svg, "Substructure of " + feature.name + " in " + one.examples);
            }
            const caption = tools.add(figure, "figcaption", whole.format(one.molecules)
                + (one.molecules === 1 ? " molecule: " : " molecules, such as ") + one.examples);
            if (one.smarts) {
                tools.add(caption, "span", one.smarts, "code").tabIndex = 0;
            }
        });
        const note = sharing(feature);
        if (note) {
            tools.add(figures, "p", note, "note");
        }
    }

    function falling(value) {
        return (a, b) => (value(b) ?? -Infinity) - (value(a) ?? -Infinity);
    }

    tools.add(page, "h1", "What the networks look at: " + data.target);
    tools.add(page, "p", summary());
    tools.remarks(page, data.remarks);
    tools.cards(page, "cards", data.features,
        feature => feature.name + " " + feature.shown.map(one => one.smarts + " " + one.examples).join(" "),
        [{name: "importance"}, {name: "effect that raises", compare: falling(f => f.effect)},
            {name: "effect that lowers", compare: falling(f => f.effect === null ? null : -f.effect)},
            {name: "networks that keep it", compare: falling(f => f.networks)},
            {name: "rows with it", compare: falling(f => f.rows)},
            {name: "path weight", compare: falling(f => f.pathWeight)},
            {name: "shared substructures", compare: falling(f => f.substructures)}],
        PAGE, card);
});
