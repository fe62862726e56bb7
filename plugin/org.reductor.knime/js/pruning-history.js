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

    function rejected(round) {
        return /rolled back/.test(round.note);
    }

    function summary(control, winner, rounds) {
        if (!control || !winner) {
            return "The run has no rounds to show.";
        }
        const kept = "keeps " + whole.format(winner.kept) + " weights a network (" + percent.format(winner.dropped)
            + " % dropped)";
        const errors = "Its error on the hold-out rows is " + number(error, winner.rmse) + ", that of the control "
            + number(error, control.rmse) + "; the standard error of its difference to the round that all are compared with is "
            + number(small, winner.standardError) + ".";
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

    function draw(host, rounds, control, winner, text) {
        const W = 760, H = 380, left = 66, right = 24, top = 34, bottom = 54;
        const points = rounds.filter(r => r.rmse !== null && r.kept > 0);
        if (points.length === 0) {
            return;
        }
        const half = r => r.standardError || 0;
        const reference = Math.max(control.rmse || 0, winner.rmse || 0);
        // Rounds that have lost everything would flatten the rest: they are marked at the upper edge instead.
        const limit = 1.6 * reference;
        const shown = points.filter(r => r.rmse <= limit);
        let low = Math.min(...shown.map(r => r.rmse - half(r)), control.rmse);
        let high = Math.min(limit, Math.max(...shown.map(r => r.rmse + half(r)), control.rmse));
        const room = 0.08 * (high - low) || 0.1 * high || 1;
        low = Math.max(0, low - room);
        high += room;
        const most = Math.log(Math.max(...points.map(r => r.kept)));
        const least = Math.log(Math.min(...points.map(r => r.kept)));
        const x = kept => left + 10 + (W - left - right - 20) * (most === least ? 0.5
            : (most - Math.log(kept)) / (most - least));
        const y = value => top + (H - top - bottom) * (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low));

        const svg = element(host, "svg",
            {viewBox: "0 0 " + W + " " + H, role: "img", "aria-labelledby": "svg-title svg-text"});
        element(svg, "title", {id: "svg-title"}, "Hold-out error against weights kept");
        element(svg, "desc", {id: "svg-text"}, text + " The table below holds the same numbers.");

        const ticks = steps(low, high);
        for (const value of ticks.values) {
            element(svg, "line", {class: "grid", x1: left, x2: W - right, y1: y(value), y2: y(value)});
            element(svg, "text", {x: left - 8, y: y(value) + 4, "text-anchor": "end"}, value.toFixed(ticks.digits));
        }
        for (let power = 0; power <= 12; power++) {
            for (const factor of most - least > 3.5 ? [1] : [1, 2, 5]) {
                const kept = factor * Math.pow(10, power);
                if (Math.log(kept) >= least - 1e-9 && Math.log(kept) <= most + 1e-9) {
                    element(svg, "line", {class: "grid", x1: x(kept), x2: x(kept), y1: top, y2: H - bottom});
                    element(svg, "text", {x: x(kept), y: H - bottom + 18, "text-anchor": "middle"}, compact(kept));
                }
            }
        }
        element(svg, "path", {class: "axis", fill: "none",
            d: "M" + left + " " + top + "V" + (H - bottom) + "H" + (W - right)});
        element(svg, "text", {class: "name", x: (left + W - right) / 2, y: H - 12, "text-anchor": "middle"},
            "Weights kept in a network (fewer to the right, logarithmic)");
        element(svg, "text", {class: "name", x: 16, y: (top + H - bottom) / 2, "text-anchor": "middle",
            transform: "rotate(-90 16 " + (top + H - bottom) / 2 + ")"}, "Hold-out RMSE, ensemble");

        const path = shown.filter(r => !rejected(r));
        const edge = (list, sign) => list.map(r => x(r.kept) + " " + y(r.rmse + sign * half(r)));
        element(svg, "path", {class: "band",
            d: "M" + edge(path, 1).join("L") + "L" + edge(path.slice().reverse(), -1).join("L") + "Z"});
        element(svg, "line", {class: "baseline", x1: left, x2: W - right, y1: y(control.rmse), y2: y(control.rmse)});
        element(svg, "path", {class: "line", d: "M" + path.map(r => x(r.kept) + " " + y(r.rmse)).join("L")});
        for (const r of points) {
            const beyond = r.rmse > high;
            const dot = beyond
                ? element(svg, "path", {class: "dot" + (rejected(r) ? " rejected" : ""),
                    d: "M" + x(r.kept) + " " + (top - 6) + "l6 10h-12z"})
                : element(svg, "circle", {class: "dot" + (rejected(r) ? " rejected" : ""),
                    cx: x(r.kept), cy: y(r.rmse), r: 4.5});
            element(dot, "title", {}, "Round " + r.round + ": " + whole.format(r.kept) + " weights, error "
                + number(error, r.rmse) + (r.note ? " (" + r.note + ")" : ""));
        }
        if (points.some(r => r.rmse > high)) {
            element(svg, "text", {x: W - right, y: top + 20, "text-anchor": "end"}, "\u25b2 error beyond this scale");
        }
        element(svg, "circle", {class: "ring", cx: x(winner.kept), cy: y(winner.rmse), r: 9});

        // Legend above the plot, where no point can be.
        element(svg, "line", {class: "baseline", x1: left, x2: left + 26, y1: 14, y2: 14});
        element(svg, "text", {class: "control", x: left + 32, y: 18}, "control (round 0)");
        element(svg, "rect", {class: "band", x: left + 150, y: 7, width: 26, height: 14});
        element(svg, "line", {class: "line", x1: left + 150, x2: left + 176, y1: 14, y2: 14});
        element(svg, "text", {x: left + 182, y: 18}, "error and standard error of the difference to the reference");
        element(svg, "circle", {class: "ring", cx: W - right - 118, cy: 14, r: 7});
        element(svg, "text", {class: "mark", x: W - right - 104, y: 18}, "accepted: round " + winner.round);
    }

    function table(host, rounds) {
        const columns = [["Round", r => String(r.round)], ["Weights kept", r => whole.format(r.kept)],
            ["Dropped (%)", r => number(percent, r.dropped)], ["Hold-out RMSE", r => number(error, r.rmse)],
            ["Standard error", r => number(small, r.standardError)],
            ["Single network", r => number(error, r.rmseSingle)],
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
        const text = summary(control, winner, rounds);
        document.getElementById("title").textContent = "Pruning history of " + (data && data.target || "the run");
        document.getElementById("summary").textContent = text;
        if (control && winner && control.rmse !== null && winner.rmse !== null) {
            draw(document.getElementById("chart"), rounds, control, winner, text);
        }
        if (rounds.length > 0) {
            table(document.getElementById("rounds"), rounds);
        }
    }

    window.reductor.initialData().then(show).catch(function (problem) {
        document.getElementById("summary").textContent = "There is nothing to show: " + problem.message
            + " Execute the node and open the view again.";
    });
}());
