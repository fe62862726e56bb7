/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
window.reductor.define("pruning-history", function (host, data) {
    "use strict";

    const {add, number, formats, axis, compact} = window.reductor;
    const whole = value => number(formats.whole, value);
    const four = value => number(formats.four, value);
    const two = value => number(formats.two, value);
    const NARROW = 520; // pixels, below which a legend needs a second line
    const HALF_WIDTH = 1.96; // standard errors from the middle of a 95 % interval to its end

    const rounds = data.rounds;
    const control = rounds[0];
    const winner = rounds.find(r => r.accepted);
    const plot = data.plot;
    const reference = plot && plot.reference !== null ? rounds[plot.reference] : null;

    function share(part, all) {
        const percent = 100 * part / all;
        return number(percent > 0 && percent < 0.1 ? formats.two : formats.percent, percent) + " %";
    }

    function summary() {
        if (!control || !winner) {
            return "These networks come with no rounds: they were not pruned by a run of Reductor, or not with this "
                + "version.";
        }
        const kept = "keeps " + whole(winner.kept) + " of " + whole(winner.weights) + " weights a network ("
            + share(winner.weights - winner.kept, winner.weights) + " gone)";
        if (winner === control) {
            return rounds.length === 1 ? "There is no round after the control, which " + kept + "."
                : "No round was accepted after the control: of " + (rounds.length - 1) + " rounds none lost weights at "
                    + "an acceptable error. The control " + kept + ".";
        }
        return "Round " + winner.round + " of " + rounds[rounds.length - 1].round + " was chosen: it " + kept
            + ". Its error on the rows that judge is " + four(winner.score) + ", that of the unpruned control "
            + four(control.score) + ".";
    }

    function difference(round) {
        if (!reference || round.score === null) {
            return null;
        }
        return {middle: round.score - reference.score, half: HALF_WIDTH * (round.standardError || 0)};
    }

    function tip(r) {
        const lines = ["Round " + r.round + (r.note ? ": " + r.note : ""), data.score + " " + four(r.score),
            whole(r.kept) + " weights left (" + share(r.kept, r.weights) + ")"];
        const apart = difference(r);
        if (apart && r !== reference) {
            lines.push("Difference to round " + reference.round + ": " + number(formats.signed, apart.middle)
                + " \u00b1 " + two(apart.half) + " (95 %)");
        }
        return lines;
    }

    /* ---- Error against weights ---- */

    const left = r => r.kept;

    function weightsAxis(colour) {
        return axis(colour, "Weights left in a network (fewer to the right)",
            {type: "log", inverse: true, nameGap: 30, min: range => range.min / 1.2, max: range => range.max * 1.2,
                axisLabel: {color: colour.quiet, fontSize: 12, formatter: compact, hideOverlap: true,
                    showMaxLabel: false, showMinLabel: false}});
    }

    /** Each run of rounds that a line joins is a series of its own, so that a gap in the scale is a gap in the line. */
    function lines(colour, value) {
        return plot.lines.map(line => ({type: "line", data: line.map(i => [left(rounds[i]), value(rounds[i])]),
            symbol: "none", lineStyle: {color: colour.first, width: 2}, silent: true, z: 2, name: "rounds joined"}));
    }

    function dots(colour, kind, indices, symbol, value, style) {
        return {name: kind, type: "scatter", symbol: symbol, symbolSize: 9, z: 3, rounds: indices,
            data: indices.map(i => [left(rounds[i]), value(rounds[i])]),
            itemStyle: Object.assign({color: colour.first, borderColor: colour.page, borderWidth: 1.5}, style)};
    }

    function level(name, value, colour, type) {
        return {name: name, type: "line", data: [], silent: true, itemStyle: {color: colour}, lineStyle: {color: colour,
            type: type}, symbol: "none",
            markLine: {silent: true, symbol: "none", label: {show: false}, precision: -1, data: [{yAxis: value}],
                lineStyle: {color: colour, type: type, width: 1.5}}};
    }

    /** The series that stand for rounds, in the order of the chart's, with the rounds or controls of their items. */
    function errorSeries(colour) {
        const rolled = plot.onScale.filter(i => rounds[i].rolledBack);
        const went = plot.onScale.filter(i => !rounds[i].rolledBack && rounds[i] !== winner);
        const chosen = plot.onScale.filter(i => rounds[i] === winner);
        const score = r => r.score;
        const series = [level("unpruned control", control.score, colour.second, "dashed"), ...lines(colour, score),
            dots(colour, "round", went, "circle", score)];
        if (rolled.length > 0) {
            series.push(dots(colour, "rolled back", rolled, "emptyCircle", score, {borderColor: colour.quiet}));
        }
        series.push(dots(colour, "chosen: round " + winner.round, chosen, "diamond", score));
        Object.assign(series[series.length - 1], {symbolSize: 16, label: {show: true, position: "bottom",
            formatter: "chosen", color: colour.ink, fontSize: 12, distance: 6}});
        if (plot.beyond.length > 0) {
            series.push(dots(colour, "error beyond this scale", plot.beyond, "triangle", () => plot.high));
        }
        const marks = data.controlMarks.filter(mark => mark.score >= plot.low && mark.score <= plot.high);
        if (marks.length > 0) {
            series.push({name: "other controls", type: "scatter", symbol: "rect", symbolSize: 10, z: 3, marks: marks,
                data: marks.map(mark => [mark.kept, mark.score]), itemStyle: {color: colour.page,
                    borderColor: colour.second, borderWidth: 2}});
        }
        return series;
    }

    function legend(colour, names) {
        return {top: 0, left: 0, itemWidth: 22, itemHeight: 10, icon: null, selectedMode: false,
            textStyle: {color: colour.ink, fontSize: 12}, data: names};
    }

    function tellOf(series) {
        return function (s, i) {
            if (series[s].marks) {
                const mark = series[s].marks[i];
                return ["Control: " + mark.label, data.score + " " + four(mark.score),
                    whole(mark.kept) + " weights left"];
            }
            return tip(rounds[series[s].rounds[i]]);
        };
    }

    function errorChart() {
        const inked = {first: "", second: ""};
        window.reductor.chart(host, {
            title: "Error of each round", height: 340, zoom: "xy",
            note: "Lower is better. The rows that judge have trained none of the networks that they judge"
                + (plot.beyond.length > 0 ? "; triangles stand for rounds whose error is above this scale." : "."),
            about: summary() + " The table below holds the same numbers.",
            make: function (colour, width) {
                const series = errorSeries(colour);
                return {grid: {left: 64, right: 20, top: width < NARROW ? 76 : 52, bottom: 52}, series: series,
                    legend: legend(colour, series.map(s => s.name).filter(name => name !== "rounds joined")),
                    xAxis: weightsAxis(colour),
                    yAxis: axis(colour, data.score, {nameGap: 48, min: plot.low, max: plot.high,
                        axisLabel: {color: colour.quiet, fontSize: 12, showMinLabel: false, showMaxLabel: false,
                            formatter: value => number(formats.three, value)}})};
            },
            tell: tellOf(errorSeries(inked))
        });
    }

    /* ---- Difference to the reference ---- */

    function differenceChart() {
        const told = plot.whiskers.concat(plot.reference).filter(i => plot.onScale.includes(i)).sort((a, b) => a - b);
        window.reductor.chart(host, {
            title: "Difference to round " + reference.round, height: 240, zoom: "xy",
            note: "Error of a round less that of round " + reference.round + ", with the 95 % interval of this paired "
                + "difference: the chance of which rows judge, not that of another seed. A bar that crosses 0 is no "
                + "difference that counts.",
            about: "Differences of the error to round " + reference.round + " with 95 % intervals.",
            make: function (colour) {
                const bars = told.map(i => [left(rounds[i]), difference(rounds[i]).middle - difference(rounds[i]).half,
                    difference(rounds[i]).middle + difference(rounds[i]).half]);
                return {grid: {left: 64, right: 20, top: 12, bottom: 52}, xAxis: weightsAxis(colour),
                    yAxis: axis(colour, "Difference", {nameGap: 48, axisLabel: {color: colour.quiet, fontSize: 12,
                        formatter: value => number(formats.signed, value)}}),
                    series: [level("none", 0, colour.second, "dashed"),
                        window.reductor.intervals("95 % interval", colour.first, bars),
                        dots(colour, "round", told, "circle", r => difference(r).middle)]};
            },
            tell: (s, i) => tip(rounds[told[i]])
        });
    }

    /* ---- What is left, round by round ---- */

    function weightsChart() {
        const kinds = [["nominal: left by the criterion", r => r.keptNominal, "emptyCircle", "dashed", "second"],
            ["effective: can still change a prediction", r => r.kept, "circle", "solid", "first"]];
        window.reductor.chart(host, {
            title: "Weights left", height: 240, zoom: "x",
            note: "What the criterion has left (nominal) can be far more than what still reaches an output "
                + "(effective): weights of units without a live input or output are dead.",
            about: "Weights left after each round, nominal and effective.",
            make: (colour, width) => ({grid: {left: 64, right: 20, top: width < NARROW ? 60 : 36, bottom: 44},
                legend: legend(colour, kinds.map(kind => kind[0])),
                xAxis: axis(colour, "Round", {type: "category", data: rounds.map(r => String(r.round)), nameGap: 26}),
                yAxis: axis(colour, "Weights", {type: "log", nameGap: 48,
                    axisLabel: {color: colour.quiet, fontSize: 12, formatter: compact}}),
                series: kinds.map(kind => ({name: kind[0], type: "line", symbol: kind[2], symbolSize: 7,
                    data: rounds.map(r => kind[1](r) > 0 ? kind[1](r) : null),
                    lineStyle: {color: colour[kind[4]], type: kind[3]}, itemStyle: {color: colour[kind[4]]}}))}),
            tell: (s, i) => ["Round " + rounds[i].round, whole(kinds[s][1](rounds[i])) + " weights "
                + (s === 0 ? "that the criterion left" : "that can still change a prediction"),
                share(kinds[s][1](rounds[i]), rounds[i].weights) + " of all"]
        });
    }

    function freedomChart() {
        const told = rounds.filter(r => r.degreesOfFreedom !== null);
        if (told.length < 2) {
            return;
        }
        window.reductor.chart(host, {
            title: "Degrees of freedom", height: 220, zoom: "x",
            note: "How far predictions of training rows follow noise in their targets, summed over the rows: what the "
                + "networks can learn by heart. Found by the perturbed networks, which the last round lacks.",
            about: "Degrees of freedom of each round.",
            make: colour => ({grid: {left: 64, right: 20, top: 12, bottom: 44},
                xAxis: axis(colour, "Round", {type: "category", data: rounds.map(r => String(r.round)), nameGap: 26}),
                yAxis: axis(colour, "Degrees of freedom", {nameGap: 48, min: 0}),
                series: [{type: "line", symbol: "circle", symbolSize: 7, data: rounds.map(r => r.degreesOfFreedom),
                    lineStyle: {color: colour.first}, itemStyle: {color: colour.first}}]}),
            tell: (s, i) => ["Round " + rounds[i].round,
                number(formats.three, rounds[i].degreesOfFreedom) + " degrees of freedom"]
        });
    }

    /* ---- The network ---- */

    const NS = "http://www.w3.org/2000/svg";

    function element(parent, name, attributes, text) {
        const node = document.createElementNS(NS, name);
        Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
        if (text !== undefined) {
            node.textContent = text;
        }
        return parent.appendChild(node);
    }

    function words(layer) {
        const several = data.networks > 1;
        return layer.name + ": " + whole(layer.any) + " of " + whole(layer.before) + " left"
            + (several ? " in any network, " + whole(layer.most) + " in most, " + whole(layer.all) + " in all" : "");
    }

    /** Columns of units, higher where there are more (logarithmic), filled by the share that is left. */
    function network(place, colour) {
        const W = 720, H = 250, top = 30, room = 150, middle = top + room / 2;
        const layers = data.picture.layers;
        const most = Math.log10(Math.max(...layers.map(l => l.before)) + 1);
        const x = i => 70 + i * (W - 140) / Math.max(1, layers.length - 1);
        const high = layer => Math.max(14, room * Math.log10(layer.before + 1) / most);
        const svg = element(place, "svg", {xmlns: NS, viewBox: "0 0 " + W + " " + H, role: "img", "font-family":
            "Roboto, 'Segoe UI', Helvetica, Arial, sans-serif", "font-size": 12});
        element(svg, "title", {}, "What is left of the networks. " + layers.map(words).join(". ") + ".");
        data.picture.kernels.forEach(function (kernel, i) {
            const a = high(layers[i]) / 2, b = high(layers[i + 1]) / 2;
            element(svg, "path", {fill: colour.grid, d: "M" + (x(i) + 22) + " " + (middle - a) + "L" + (x(i + 1) - 22)
                + " " + (middle - b) + "V" + (middle + b) + "L" + (x(i) + 22) + " " + (middle + a) + "Z"});
            const centre = (x(i) + x(i + 1)) / 2;
            const text = (dy, words, type) => element(svg, "text", {x: centre, y: middle + dy, "text-anchor": "middle",
                fill: type || colour.ink}, words);
            text(-4, compact(Math.round(kernel.kept)) + " weights");
            text(12, "of " + compact(kernel.before), colour.quiet);
        });
        layers.forEach(function (layer, i) {
            const tall = high(layer), foot = middle + tall / 2;
            const bar = element(svg, "g", {});
            element(bar, "title", {}, words(layer));
            element(bar, "rect", {x: x(i) - 22, y: middle - tall / 2, width: 44, height: tall, fill: colour.page,
                stroke: colour.quiet});
            [["any", 0.3], ["most", 0.6], ["all", 1]].forEach(function ([kind, strength]) {
                const part = tall * layer[kind] / layer.before;
                element(bar, "rect", {x: x(i) - 21.5, y: foot - part, width: 43, height: part, fill: colour.first,
                    "fill-opacity": strength});
            });
            const text = (y, words, type) => element(svg, "text", {x: x(i), y: y, "text-anchor": "middle",
                fill: type || colour.quiet}, words);
            text(18, layer.name, colour.ink);
            text(top + room + 20, whole(layer.any) + " of " + whole(layer.before), colour.ink);
            if (data.networks > 1) {
                text(top + room + 36, whole(layer.most) + " in most");
                text(top + room + 52, whole(layer.all) + " in all");
            }
        });
        return svg;
    }

    function networkPicture() {
        window.reductor.picture(host, "What is left of the network",
            (data.networks > 1 ? "Units and inputs left in any of the " + data.networks + " networks (light), in most "
                + "(darker) and in all (full); weights are the mean of a network. " : "")
            + "Heights are logarithmic, filled shares are not.", network);
    }

    function size(weights) {
        const bytes = 4 * weights * data.networks;
        return bytes >= 1e6 ? number(formats.three, bytes / 1e6) + " MB" : number(formats.three, bytes / 1e3) + " kB";
    }

    function facts() {
        const list = add(host, "dl", null, "summary");
        const item = (name, value) => window.reductor.fact(list, name, value);
        const seconds = rounds.reduce((sum, r) => sum + r.seconds, 0);
        item("Networks", data.networks === 1 ? "1" : data.networks + " (their mean predicts)");
        item("Weights left", whole(winner.kept) + " effective, " + whole(winner.keptNominal) + " nominal, of "
            + whole(winner.weights));
        item("Size of the weights", size(winner.weights) + " before, " + size(winner.kept)
            + " after pruning (all networks, 4 bytes a weight)");
        item("Time", (seconds >= 120 ? number(formats.three, seconds / 60) + " min" : number(formats.three, seconds)
            + " s") + " for " + rounds.length + (rounds.length === 1 ? " round" : " rounds") + ", "
            + whole(rounds.reduce((sum, r) => sum + r.epochs, 0)) + " epochs of all networks");
    }

    function table() {
        window.reductor.table(host, "Rounds of the run", [["Round", r => String(r.round)],
            ["Weights left", r => whole(r.kept)], ["Nominal", r => whole(r.keptNominal)],
            ["Gone (%)", r => number(formats.percent, r.dropped)], [data.score, r => four(r.score)],
            ["SE of difference" + (reference ? " to round " + reference.round : ""), r => two(r.standardError)],
            ["Single network", r => four(r.scoreSingle)], ["Degrees of freedom", r => number(formats.three,
                r.degreesOfFreedom)], ["Hidden units", r => whole(r.hiddenUnits)], ["Inputs", r => whole(r.inputs)],
            ["Time (s)", r => number(formats.three, r.seconds)], ["Note", r => r.note]], rounds, r => r.accepted);
    }

    add(host, "h1", "Pruning history of " + data.target);
    add(host, "p", summary());
    window.reductor.remarks(host, data.controls);
    if (winner) {
        facts();
    }
    if (plot) {
        errorChart();
        if (reference && rounds.length > 1) {
            differenceChart();
        }
    } else if (winner) {
        window.reductor.remarks(host, ["There is no error to draw: the rows that judge give none."]);
    }
    if (winner) {
        networkPicture();
        if (rounds.length > 1) {
            weightsChart();
            freedomChart();
        }
        table();
    }
});
