/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
(function () {
    "use strict";

    /* ---- Text ---- */

    const whole = new Intl.NumberFormat("en", {maximumFractionDigits: 0});
    const error = new Intl.NumberFormat("en", {maximumSignificantDigits: 4, minimumSignificantDigits: 4});
    const small = new Intl.NumberFormat("en", {maximumSignificantDigits: 2});
    const percent = new Intl.NumberFormat("en", {maximumFractionDigits: 1, minimumFractionDigits: 1});

    function number(format, value) {
        return value === null || value === undefined ? "\u2013" : format.format(value);
    }

    function summary(control, winner, reference, rounds) {
        if (!control || !winner) {
            return "The run has no rounds to show.";
        }
        const kept = "keeps " + whole.format(winner.kept) + " weights a network (" + percent.format(winner.dropped)
            + " % dropped)";
        const errors = "Its error on the rows that judge is " + number(error, winner.score) + ", that of the control "
            + number(error, control.score) + "." + (!reference ? "" : winner === reference
                ? " It is the round that all are compared with." : " Its difference to round " + reference.round
                + ", which all are compared with, has the standard error " + number(small, winner.standardError) + ".");
        return winner === control
            ? "No round was accepted after the control: of " + rounds.length + " rounds none lost weights at an "
                + "acceptable error. The control " + kept + "."
            : "Round " + winner.round + " of " + rounds[rounds.length - 1].round + " was accepted: it " + kept + ". "
                + errors;
    }

    /* ---- Drawing ---- */

    const NS = "http://www.w3.org/2000/svg";

    function element(parent, name, attributes, text) {
        const node = document.createElementNS(NS, name);
        for (const key of Object.keys(attributes)) {
            node.setAttribute(key, attributes[key]);
        }
        if (text !== undefined) {
            node.textContent = text;
        }
        parent.appendChild(node);
        return node;
    }

    /** Round steps (1, 2 or 5 times a power of ten) that cut the span into about four. */
    function steps(low, high) {
        const raw = (high - low) / 4 || 1;
        const power = Math.pow(10, Math.floor(Math.log10(raw)));
        const step = [1, 2, 5, 10].map(f => f * power).find(s => s >= raw);
        const values = [];
        for (let i = Math.ceil(low / step); i * step <= high + step * 1e-9; i++) {
            values.push(i * step);
        }
        return {values: values, digits: Math.max(0, -Math.floor(Math.log10(step) + 1e-9))};
    }

    function compact(value) {
        return value >= 1e6 ? +(value / 1e6).toPrecision(2) + " M" : value >= 1e3 ? +(value / 1e3).toPrecision(2) + " k"
            : String(value);
    }

    /** The plot says what is where (HistoryPlot); this only turns errors and weights into places. */
    function draw(host, rounds, plot, winner, text, score) {
        const W = 760, H = 400, left = 66, right = 24, top = 58, bottom = 54;
        const control = rounds[0];
        const reference = plot.reference === null ? null : rounds[plot.reference];
        const kept = plot.onScale.concat(plot.beyond).map(i => Math.log(rounds[i].kept));
        const most = Math.max(...kept);
        const least = Math.min(...kept);
        const x = weights => left + 10 + (W - left - right - 20) * (most === least ? 0.5
            : (most - Math.log(weights)) / (most - least));
        const y = value => top + (H - top - bottom) * (plot.high - value) / (plot.high - plot.low);

        const svg = element(host, "svg",
            {viewBox: "0 0 " + W + " " + H, role: "img", "aria-labelledby": "svg-title svg-text"});
        element(svg, "title", {id: "svg-title"}, "Error of the rows that judge against weights kept");
        element(svg, "desc", {id: "svg-text"}, text + " The table below holds the same numbers.");

        const ticks = steps(plot.low, plot.high);
        for (const value of ticks.values) {
            element(svg, "line", {class: "grid", x1: left, x2: W - right, y1: y(value), y2: y(value)});
            element(svg, "text", {x: left - 8, y: y(value) + 4, "text-anchor": "end"}, value.toFixed(ticks.digits));
        }
        for (let power = 0; power <= 12; power++) {
            for (const factor of most - least > 3.5 ? [1] : [1, 2, 5]) {
                const weights = factor * Math.pow(10, power);
                if (Math.log(weights) >= least - 1e-9 && Math.log(weights) <= most + 1e-9) {
                    element(svg, "line", {class: "grid", x1: x(weights), x2: x(weights), y1: top, y2: H - bottom});
                    element(svg, "text", {x: x(weights), y: H - bottom + 18, "text-anchor": "middle"},
                        compact(weights));
                }
            }
        }
        element(svg, "path", {class: "axis", fill: "none",
            d: "M" + left + " " + top + "V" + (H - bottom) + "H" + (W - right)});
        element(svg, "text", {class: "name", x: (left + W - right) / 2, y: H - 12, "text-anchor": "middle"},
            "Weights kept in a network (fewer to the right, logarithmic)");
        element(svg, "text", {class: "name", x: 16, y: (top + H - bottom) / 2, "text-anchor": "middle",
            transform: "rotate(-90 16 " + (top + H - bottom) / 2 + ")"}, score);

        element(svg, "line", {class: "baseline", x1: left, x2: W - right, y1: y(control.score), y2: y(control.score)});
        if (reference && reference !== control) {
            element(svg, "line",
                {class: "reference", x1: left, x2: W - right, y1: y(reference.score), y2: y(reference.score)});
        }
        for (const i of plot.whiskers) {
            const r = rounds[i];
            whisker(svg, x(r.kept), y(r.score + r.standardError), y(r.score - r.standardError), top, H - bottom);
        }
        for (const line of plot.lines) {
            element(svg, "path", {class: "line",
                d: "M" + line.map(i => x(rounds[i].kept) + " " + y(rounds[i].score)).join("L")});
        }
        for (const i of plot.onScale) {
            const r = rounds[i];
            name(element(svg, "circle", {class: "dot" + (r.rolledBack ? " rejected" : ""), cx: x(r.kept),
                cy: y(r.score), r: 4.5}), r);
        }
        for (const i of plot.beyond) {
            const r = rounds[i];
            name(element(svg, "path", {class: "dot" + (r.rolledBack ? " rejected" : ""),
                d: "M" + x(r.kept) + " " + (top - 8) + "l6 10h-12z"}), r);
        }
        element(svg, "circle", {class: "ring", cx: x(winner.kept), cy: y(winner.score), r: 9});
        legend(svg, rounds, plot, winner, left);
    }

    function name(mark, r) {
        element(mark, "title", {}, "Round " + r.round + ": " + whole.format(r.kept) + " weights, error "
            + number(error, r.score) + (r.note ? " (" + r.note + ")" : ""));
    }

    /** A whisker has a cap where it ends, and none where the scale ends. */
    function whisker(svg, x, high, low, top, bottom) {
        element(svg, "path", {class: "whisker", d: "M" + x + " " + Math.max(high, top) + "V" + Math.min(low, bottom)
            + (high >= top ? "M" + (x - 4) + " " + high + "h8" : "") + (low <= bottom ? "M" + (x - 4) + " " + low + "h8"
                : "")});
    }

    /** Two rows above the plot, where no mark can be but those beyond the scale. */
    function legend(svg, rounds, plot, winner, left) {
        const reference = plot.reference === null ? null : rounds[plot.reference];
        const text = (x, row, words, type) => element(svg, "text", {class: type || "", x: x, y: 17 + 20 * row}, words);
        element(svg, "line", {class: "baseline", x1: left, x2: left + 26, y1: 13, y2: 13});
        text(left + 32, 0, "control (round 0)", "control");
        element(svg, "line", {class: "line", x1: left + 150, x2: left + 176, y1: 13, y2: 13});
        element(svg, "circle", {class: "dot", cx: left + 163, cy: 13, r: 4.5});
        text(left + 182, 0, "error of a round");
        element(svg, "circle", {class: "ring", cx: left + 305, cy: 13, r: 7});
        text(left + 318, 0, "accepted: round " + winner.round, "mark");
        if (plot.beyond.length > 0) {
            element(svg, "path", {class: "dot", d: "M" + (left + 460) + " 7l6 10h-12z"});
            text(left + 472, 0, "error beyond this scale");
        }
        if (plot.onScale.concat(plot.beyond).some(i => rounds[i].rolledBack)) {
            element(svg, "circle", {class: "dot rejected", cx: left + 460, cy: 33, r: 4.5});
            text(left + 472, 1, "rolled back");
        }
        if (reference) {
            const own = plot.reference !== 0; // else the control above is the reference
            if (own) {
                element(svg, "line", {class: "reference", x1: left, x2: left + 26, y1: 33, y2: 33});
                text(left + 32, 1, "reference: round " + reference.round);
            }
            whisker(svg, left + 163, 26, 40, 0, 100);
            text(left + 182, 1,
                "\u00b1 standard error of the difference to the " + (own ? "reference" : "control"));
        }
    }

    function table(host, rounds, score) {
        const columns = [["Round", r => String(r.round)], ["Weights kept", r => whole.format(r.kept)],
            ["Dropped (%)", r => number(percent, r.dropped)], [score, r => number(error, r.score)],
            ["SE of difference to reference", r => number(small, r.standardError)],
            ["Single network", r => number(error, r.scoreSingle)],
            ["Hidden units", r => whole.format(r.hiddenUnits)], ["Inputs", r => whole.format(r.inputs)],
            ["Note", r => r.note]];
        const node = host.appendChild(document.createElement("table"));
        node.createCaption().textContent = "Rounds of the run";
        const head = node.createTHead().insertRow();
        for (const column of columns) {
            const cell = head.appendChild(document.createElement("th"));
            cell.scope = "col";
            cell.textContent = column[0];
        }
        const body = node.createTBody();
        for (const round of rounds) {
            const row = body.insertRow();
            row.className = round.accepted ? "accepted" : "";
            for (const column of columns) {
                row.insertCell().textContent = column[1](round);
            }
        }
    }

    function show(data) {
        const rounds = data && data.rounds || [];
        const control = rounds[0];
        const winner = rounds.find(r => r.accepted);
        const plot = data && data.plot;
        const reference = plot && plot.reference !== null ? rounds[plot.reference] : null;
        const text = summary(control, winner, reference, rounds);
        document.getElementById("title").textContent = "Pruning history of " + (data && data.target || "the run");
        document.getElementById("summary").textContent = text;
        for (const sentence of data && data.controls || []) {
            document.getElementById("controls").appendChild(document.createElement("p")).textContent = sentence;
        }
        if (plot) {
            draw(document.getElementById("chart"), rounds, plot, winner, text, data.score);
        }
        if (rounds.length > 0) {
            table(document.getElementById("rounds"), rounds, data.score);
        }
    }

    window.reductor.initialData().then(show).catch(function (problem) {
        document.getElementById("summary").textContent = "There is nothing to show: " + problem.message
            + " Execute the node and open the view again.";
    });
}());
