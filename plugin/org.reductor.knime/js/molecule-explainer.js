/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
window.reductor.define("molecule-explainer", function (page, data) {
    "use strict";

    const tools = window.reductor;
    const {three, signed, whole} = tools.formats;
    const PAGE = 24;

    function summary() {
        if (data.total === 0) {
            return "No row could be explained.";
        }
        return (data.total === 1 ? "One row is" : whole.format(data.total) + " rows are") + " explained"
            + (data.rows.length < data.total ? "; the first " + whole.format(data.rows.length)
                + " are shown, and the table has all." : ".") + (data.number ? ""
            : " Contributions are told in log odds of the class: +0.7 doubles its odds.");
    }

    function mark(x, colour, outline, dashed) {
        return "<circle cx='" + x + "' cy='9' r='8' fill='" + colour + "'" + (outline ? " stroke='" + outline
            + "' stroke-width='1'" : "") + (dashed ? " stroke-dasharray='2 2'" : "") + "/>";
    }

    function legend() {
        if (data.rows.every(row => row.drawings.length === 0)) {
            return;
        }
        const host = tools.add(page, "div", null, "legend");
        const full = data.fullColour === null ? "" : " " + tools.number(three, data.fullColour) + " and more";
        tools.add(host, "span", "lowers" + full);
        tools.drawing(host, "<svg xmlns='http://www.w3.org/2000/svg' width='78' height='18' viewBox='0 0 78 18'>"
            + mark(9, "#5c94e6", "#1d3f80", true) + mark(39, "#dedede") + mark(69, "#eb5e55", "#8f1d1d")
            + "</svg>", "From blue with a dashed line over grey to red");
        tools.add(host, "span", "raises" + full + (data.fullColour === null
            ? " (each molecule has a scale of its own)" : ""));
    }

    function card(host, row) {
        const node = tools.add(host, "article");
        tools.add(node, "h2", row.id);
        row.drawings.forEach(function (svg) {
            tools.drawing(tools.add(node, "figure"), svg, "Molecule of " + row.id + " with its atoms coloured");
        });
        const facts = tools.add(node, "dl");
        if (row.category !== null) {
            tools.fact(facts, "Class", row.category);
        }
        tools.fact(facts, data.number ? "Prediction" : "Log odds", tools.number(three, row.value));
        if (row.other !== 0) {
            tools.fact(facts, "Other features", tools.number(signed, row.other));
        }
        tools.add(facts, "dt", "Strongest");
        const strongest = tools.add(facts, "dd");
        (row.features || "no feature that is left").split("; ")
            .forEach(feature => tools.add(strongest, "div", feature.replace(": -", ": \u2212")));
    }

    tools.add(page, "h1", "Why these predictions: " + data.target);
    tools.add(page, "p", summary());
    tools.remarks(page, data.remarks);
    legend();
    tools.cards(page, "cards molecules", data.rows, row => row.id + " " + (row.category || "") + " " + row.features,
        [{name: "the table"}, {name: "highest first", compare: (a, b) => b.value - a.value},
            {name: "lowest first", compare: (a, b) => a.value - b.value}],
        PAGE, card);
});
