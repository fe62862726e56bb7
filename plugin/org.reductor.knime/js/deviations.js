/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
window.reductor.define("deviations", function (host, data) {
    "use strict";

    const {add, number, formats, axis, compact} = window.reductor;
    const whole = value => number(formats.whole, value);
    const percent = value => number(formats.percent, 100 * value) + " %";
    const scores = data.scores;
    const bars = scores.edges.length - 1;
    const charts = [];
    let rate = data.rate;

    function shown(place) {
        const size = scores.logarithmic ? Math.pow(10, place) : place;
        return number(formats.three, scores.logarithmic && scores.negative ? -size : size);
    }

    function name(i) {
        return i === scores.layers.length - 1 ? "Weights to the output" : "Weights to hidden layer " + (i + 1);
    }

    /** What goes first is to the right. */
    function reversed() {
        return scores.logarithmic && scores.negative;
    }

    function goes(layer) {
        return percent(layer.dropped[rate - 1]);
    }

    /** The cut on the scale; null where its score has no place there. */
    function place() {
        const cut = scores.cuts[rate - 1];
        return typeof cut === "number" ? Math.min(scores.edges[bars], Math.max(scores.edges[0], cut)) : null;
    }

    function chart(layer, i) {
        const grid = add(host, "div");
        const about = () => name(i) + ": " + whole(layer.weights) + " weights; a drop of " + rate + " % of all takes "
            + goes(layer) + " of these.";
        charts.push(window.reductor.chart(grid, {
            title: name(i), height: 220, about: about(), zoom: "x", patterns: true,
            make: function (colour) {
                const cut = place();
                const half = (scores.edges[1] - scores.edges[0]) / 2;
                return {
                    grid: {left: 64, right: 20, top: 30, bottom: 46},
                    xAxis: axis(colour, "Score (the highest go first)", {nameGap: 28, inverse: reversed(),
                        min: scores.edges[0], max: scores.edges[bars],
                        axisLabel: {color: colour.quiet, fontSize: 12, formatter: shown, hideOverlap: true,
                            showMinLabel: false, showMaxLabel: false}}),
                    yAxis: axis(colour, "Weights", {nameGap: 48, min: 0, axisLabel: {color: colour.quiet, fontSize: 12,
                        formatter: compact}}),
                    series: [{type: "bar", barCategoryGap: "4%", barWidth: "98%", itemStyle: {color: colour.first},
                        data: layer.counts.map((count, b) => [scores.edges[b] + half, count]),
                        markLine: cut === null ? undefined : {silent: true, symbol: "none", precision: -1,
                            label: {color: colour.second, position: "end", distance: 4,
                                formatter: "cut: " + goes(layer) + " of this layer go"},
                            lineStyle: {color: colour.second, width: 2, type: "dashed"},
                            data: [{xAxis: cut}]}}]
                };
            },
            tell: (s, b) => [name(i), "Scores " + shown(scores.edges[b]) + " to " + shown(scores.edges[b + 1]),
                whole(layer.counts[b]) + " weights"]
        }));
        const beside = [];
        if (layer.zero > 0) {
            beside.push(whole(layer.zero) + " scores of 0 have no place on this scale");
        }
        if (layer.infinite > 0) {
            beside.push(whole(layer.infinite) + " infinite scores are not shown");
        }
        if (beside.length > 0) {
            add(grid, "p", beside.join("; ") + ".", "note");
        }
    }

    add(host, "h1", "Scores of weights: " + data.criterion.toLowerCase());
    const total = scores.layers.reduce((sum, layer) => sum + layer.weights, 0);
    add(host, "p", whole(total) + " weights of round " + data.round + " of the networks for " + data.target
        + (data.groups > 1 ? ", in " + data.groups + " groups of networks with a mask of their own," : "")
        + " have a score. The Network Pruner drops those with the highest scores.");
    const control = add(host, "div", null, "bar");
    const label = add(control, "label", "Drop ");
    const slider = add(label, "input");
    slider.type = "range";
    slider.min = 1;
    slider.max = 99;
    slider.value = rate;
    const told = add(control, "span");
    told.setAttribute("role", "status");

    function tell() {
        told.textContent = rate + " % of all weights: " + scores.layers.map((layer, i) => goes(layer) + " of "
            + name(i).replace("Weights to ", "")).join(", ") + "."
            + (place() === null ? " The cut lies among scores that have no place on the scale." : data.groups > 1
                ? " Each group of networks has a cut of its own; the line is the middle one." : "");
        slider.setAttribute("aria-valuetext", told.textContent);
    }

    slider.addEventListener("input", function () {
        rate = Number(slider.value);
        tell();
        charts.forEach(one => one.repaint());
    });
    tell();
    scores.layers.forEach(chart);
});
