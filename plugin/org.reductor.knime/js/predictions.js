/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
window.reductor.define("predictions", function (host, data) {
    "use strict";

    const {add, number, formats, axis} = window.reductor;
    const whole = value => number(formats.whole, value);
    const three = value => number(formats.three, value);
    const percent = value => number(formats.percent, 100 * value) + " %";

    function table() {
        return (data.total === 1 ? "One row" : whole(data.total) + " rows");
    }

    /* ---- The row that was clicked ---- */

    function detail(parent) {
        const box = add(parent, "div", null, "detail");
        box.setAttribute("role", "status");
        add(box, "p", "Click a point, or reach it with the arrow keys and press Enter, to see its molecule.", "note");
        return function (point, facts) {
            const row = data.rows[point.row];
            box.replaceChildren();
            add(box, "h2", row.id);
            row.drawings.forEach((svg, m) => window.reductor.drawing(box, svg, "Molecule of " + row.id
                + (row.structures[m] ? ": " + row.structures[m] : "")));
            row.structures.forEach(text => add(box, "span", text, "code").tabIndex = 0);
            const list = add(box, "dl");
            facts.forEach(fact => window.reductor.fact(list, fact[0], fact[1]));
            if (row.similarity !== null) {
                window.reductor.fact(list, "Similarity to training", three(row.similarity));
            }
        };
    }

    function tip(point, facts) {
        return [data.rows[point.row].id].concat(facts.map(fact => fact[0] + ": " + fact[1]));
    }

    function summary(part, target) {
        const list = add(part, "dl", null, "summary");
        const item = (name, value) => window.reductor.fact(list, name, value);
        item("Networks", data.networks);
        item("Rows", table() + ", " + whole(target.measured) + " with a true value and a prediction"
            + (target.bounds > 0 ? " (" + whole(target.bounds) + " of them bounds)" : ""));
        target.scores.forEach(score => item(score.label, number(formats.four, score.value)));
        const covered = target.coverage;
        if (covered) {
            item("Intervals", whole(covered.inside) + " of " + whole(covered.rows) + " hold the true value ("
                + percent(covered.inside / covered.rows) + "; asked for " + covered.asked + " %)");
        }
    }

    /* ---- Numbers ---- */

    function factsOfNumber(target, point) {
        const unit = target.unit ? " " + target.unit : "";
        const facts = [["Predicted", three(point.predicted[0]) + unit]];
        if (point.lower !== null) {
            facts.push(["Interval", three(point.lower) + " to " + three(point.upper) + unit]);
        }
        if (point.measured !== null) {
            facts.push(["Measured", point.relation + three(point.measured) + unit]);
            if (point.relation === "") {
                facts.push(["Error", number(formats.signed, point.predicted[0] - point.measured) + unit]);
            }
        }
        return facts;
    }

    function span(values) {
        const low = Math.min(...values), high = Math.max(...values);
        const room = high > low ? 0.04 * (high - low) : Math.abs(high) * 0.1 || 1;
        return {min: low - room, max: high + room};
    }

    function rounded(value) {
        return number(formats.three, value);
    }

    function numbers(target, part) {
        const named = target.name + (target.unit ? " (" + target.unit + ")" : "");
        const judged = target.points.filter(point => point.measured !== null);
        const charts = add(part, "div", null, "charts");
        const show = detail(part);
        const scaled = (colour, name, more) => axis(colour, name, Object.assign({scale: true,
            axisLabel: {color: colour.quiet, fontSize: 12, formatter: rounded, hideOverlap: true, showMinLabel: false,
                showMaxLabel: false}}, more));
        const dots = (colour, points, place) => ({type: "scatter", symbolSize: 7, z: 3,
            data: points.map(point => ({value: place(point), symbol: point.relation === "<" ? "path://M0 0H10L5 9Z"
                : point.relation === ">" ? "triangle" : "circle"})),
            itemStyle: {color: colour.first, opacity: points.length > 500 ? 0.6 : 0.85, borderColor: colour.page,
                borderWidth: 0.5}});
        const line = (colour, from, to) => ({type: "line", data: [from, to], symbol: "none", silent: true, z: 2,
            lineStyle: {color: colour.second, type: "dashed", width: 1.5}});
        if (judged.length === 0) {
            const ranked = target.points.slice().sort((a, b) => a.predicted[0] - b.predicted[0]);
            window.reductor.chart(charts, {title: "Predictions of " + target.name + " by rank", zoom: "xy",
                note: "No row has a true value in a column '" + target.name + "', so nothing can be said of errors.",
                about: table() + " by predicted " + target.name + ".",
                make: colour => ({grid: {left: 60, right: 16, top: 12, bottom: 46},
                    xAxis: scaled(colour, "Rank", {nameGap: 28}), yAxis: scaled(colour, named, {nameGap: 44}),
                    series: [window.reductor.intervals("interval", colour.rule, ranked.map((point, i) => [i + 1,
                        point.lower, point.upper]).filter(bar => bar[1] !== null), {showSymbol: false}),
                        dots(colour, ranked, point => [ranked.indexOf(point) + 1, point.predicted[0]])]}),
                tell: (s, i) => tip(ranked[i], factsOfNumber(target, ranked[i])),
                select: (s, i) => show(ranked[i], factsOfNumber(target, ranked[i]))});
            return;
        }
        const both = span(judged.flatMap(point => [point.measured, point.predicted[0]]));
        const reach = span(judged.flatMap(point => [point.lower, point.upper, point.predicted[0]])
            .filter(value => value !== null));
        const tell = (s, i) => tip(judged[i], factsOfNumber(target, judged[i]));
        const select = (s, i) => show(judged[i], factsOfNumber(target, judged[i]));
        const some = judged.some(point => point.lower !== null);
        window.reductor.chart(charts, {title: "Predicted against measured " + target.name, height: 380, zoom: "xy",
            note: "On the dashed line both are the same" + (some ? "; bars are the prediction intervals" : "")
                + (target.bounds > 0 ? "; triangles stand for values that are bounds and point to where the true one "
                    + "lies." : "."),
            about: whole(judged.length) + " rows, predicted against measured " + target.name + ".",
            make: colour => ({grid: {left: 60, right: 16, top: 12, bottom: 46},
                xAxis: scaled(colour, "Measured " + named, {nameGap: 28, min: both.min, max: both.max}),
                yAxis: scaled(colour, "Predicted " + named, {nameGap: 44, min: Math.min(both.min, reach.min),
                    max: Math.max(both.max, reach.max)}),
                series: [dots(colour, judged, point => [point.measured, point.predicted[0]]),
                    line(colour, [both.min, both.min], [both.max, both.max]),
                    window.reductor.intervals("interval", colour.rule, judged.map(point => [point.measured, point.lower,
                        point.upper]).filter(bar => bar[1] !== null), {showSymbol: false})]}),
            tell: tell, select: select});
        window.reductor.chart(charts, {title: "Errors of " + target.name, height: 380, zoom: "xy",
            note: "Predicted less measured, against predicted. Good ones show neither a slope nor a funnel.",
            about: "Errors of " + whole(judged.length) + " rows against the prediction.",
            make: colour => ({grid: {left: 60, right: 16, top: 12, bottom: 46},
                xAxis: scaled(colour, "Predicted " + named, {nameGap: 28}),
                yAxis: scaled(colour, "Error", {nameGap: 44}),
                series: [dots(colour, judged, point => [point.predicted[0], point.predicted[0] - point.measured]),
                    Object.assign(line(colour, [0, 0], [0, 0]), {data: [], markLine: {silent: true, symbol: "none",
                        precision: -1, label: {show: false}, lineStyle: {color: colour.second, type: "dashed", width: 1.5},
                        data: [{yAxis: 0}]}})]}),
            tell: tell, select: select});
    }

    /* ---- Classes ---- */

    function probability(target, point, c) {
        return target.classes.length > 2 ? point.predicted[c] : c === 1 ? point.predicted[0] : 1 - point.predicted[0];
    }

    function factsOfClass(target, point) {
        const facts = target.classes.map((name, c) => ["Probability of " + name, three(probability(target, point, c))]);
        if (point.measured !== null) {
            facts.push(["True class", target.classes[point.measured]]);
        }
        return facts;
    }

    const share = (colour, name, more) => axis(colour, name, Object.assign({min: 0, max: 1, interval: 0.25}, more));

    function curve(charts, title, note, names, points, chance) {
        if (points.length === 0) {
            return;
        }
        window.reductor.chart(charts, {title: title, note: note, height: 320, about: title + ". " + note,
            make: colour => ({grid: {left: 56, right: 20, top: 12, bottom: 46},
                xAxis: share(colour, names[0], {nameGap: 28}), yAxis: share(colour, names[1], {nameGap: 40}),
                series: [{type: "line", data: points, symbol: "circle", symbolSize: 3, step: false,
                    lineStyle: {color: colour.first, width: 2}, itemStyle: {color: colour.first}},
                    {type: "line", data: chance, symbol: "none", silent: true,
                        lineStyle: {color: colour.second, type: "dashed", width: 1.5}}]}),
            tell: (s, i) => [names[0] + ": " + percent(points[i][0]), names[1] + ": " + percent(points[i][1])]});
    }

    function reliability(charts, bins, name) {
        if (bins.length === 0) {
            return;
        }
        window.reductor.chart(charts, {title: "Reliability: " + name, height: 320,
            note: "How often rows of about the same probability are of the class, with 95 % intervals (Wilson). On the "
                + "dashed line probabilities are as often right as they say.",
            about: "Observed share against predicted probability of " + name + ".",
            make: colour => ({grid: {left: 56, right: 20, top: 12, bottom: 46},
                xAxis: share(colour, "Predicted probability", {nameGap: 28}),
                yAxis: share(colour, "Observed share", {nameGap: 40}),
                series: [{type: "line", data: bins.map(bin => [bin.predicted, bin.observed]), symbol: "circle",
                    symbolSize: 8, lineStyle: {color: colour.first}, itemStyle: {color: colour.first}, z: 3},
                    {type: "line", data: [[0, 0], [1, 1]], symbol: "none", silent: true,
                        lineStyle: {color: colour.second, type: "dashed", width: 1.5}},
                    window.reductor.intervals("interval", colour.first, bins.map(bin => [bin.predicted, bin.lower,
                        bin.upper]))]}),
            tell: (s, i) => [whole(bins[i].rows) + " rows", "Predicted " + percent(bins[i].predicted), "Observed "
                + percent(bins[i].observed) + " (" + percent(bins[i].lower) + " to " + percent(bins[i].upper) + ")"]});
    }

    /** Rows of one true class lie in a band, spread over its height so that they can be told. */
    function strips(target, part, c, show) {
        const known = target.points.some(point => point.measured !== null);
        const names = known ? target.classes : ["all rows"];
        const points = target.points.filter(point => !known || point.measured !== null);
        const place = (point, i) => [probability(target, point, c), (known ? point.measured : 0)
            + ((i * 0.618034) % 1 - 0.5) * 0.6];
        window.reductor.chart(part, {title: "Probability of " + target.classes[c] + (known ? " by true class" : ""),
            height: 90 + 70 * names.length, zoom: "x",
            note: known ? "One point a row." : "No row has a true class in a column '" + target.name + "', so nothing can be said of errors.",
            about: "Probabilities of " + target.classes[c] + (known ? " by true class." : "."),
            make: colour => ({grid: {left: 110, right: 20, top: 8, bottom: 46},
                xAxis: share(colour, "Probability of " + target.classes[c], {nameGap: 28}),
                yAxis: axis(colour, "", {min: -0.5, max: names.length - 0.5, interval: 1, splitLine: {show: false},
                    axisLine: {show: false}, axisTick: {show: false}, axisLabel: {show: false}}),
                series: [{type: "scatter", symbolSize: 6, z: 3, data: points.map(place),
                    itemStyle: {color: colour.first, opacity: 0.7},
                    markLine: {silent: true, symbol: "none", precision: -1, z: 1,
                        lineStyle: {color: colour.rule, type: "solid"},
                        label: {position: "start", color: colour.ink, width: 100, overflow: "truncate",
                            formatter: line => line.name},
                        data: names.map((name, i) => ({yAxis: i, name: name}))}}]}),
            tell: (s, i) => tip(points[i], factsOfClass(target, points[i])),
            select: (s, i) => show(points[i], factsOfClass(target, points[i]))});
    }

    function classes(target, part) {
        const several = target.classes.length > 2;
        const place = add(part, "div");
        const draw = function (c) {
            place.replaceChildren();
            const name = target.classes[c];
            const curves = target.curves[several ? c : 0];
            const charts = add(place, "div", null, "charts");
            if (curves) {
                const base = curves.positives / curves.rows;
                curve(charts, "ROC: " + name, "Rows of the class that are found, against others that are taken for it, "
                    + "at each threshold. The dashed line is guessing.", ["False positive rate", "True positive rate"],
                curves.roc, [[0, 0], [1, 1]]);
                curve(charts, "Precision and recall: " + name, "Share of right ones among those that are taken for the "
                    + "class, against the share that is found. The dashed line is guessing (" + percent(base)
                    + " of the rows are of the class).", ["Recall", "Precision"], curves.precisionRecall,
                [[0, base], [1, base]]);
                if (curves.roc.length === 0) {
                    window.reductor.remarks(place, [curves.positives === 0 ? "No row is of the class " + name
                        + ", so there is no curve." : "All rows are of the class " + name + ", so there is no curve."]);
                }
                reliability(charts, curves.reliability, name);
            }
            strips(target, place, c, detail(place));
            place.append(place.querySelector(".detail"));
        };
        if (several) {
            const bar = add(part, "div", null, "bar");
            window.reductor.choice(bar, "Class", target.classes, draw);
            part.insertBefore(bar, place);
        }
        draw(several ? 0 : 1);
    }

    /* ---- All ---- */

    const names = data.targets.map(target => target.name);
    add(host, "h1", "Predictions of " + names.join(", "));
    window.reductor.remarks(host, data.remarks);
    if (data.rows.length === 0) {
        add(host, "p", "The table has no rows.");
        return;
    }
    const bar = add(host, "div", null, "bar");
    const part = add(host, "div");
    const show = function (t) {
        part.replaceChildren();
        summary(part, data.targets[t]);
        (data.targets[t].classes.length === 0 ? numbers : classes)(data.targets[t], part);
    };
    if (names.length > 1) {
        window.reductor.choice(bar, "Target", names, show);
    } else {
        bar.remove();
    }
    show(0);
});
