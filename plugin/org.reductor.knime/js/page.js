/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
(function () {
    "use strict";

    const reductor = window.reductor = window.reductor || {};
    const views = {};
    const TINY = 1e-4;

    const formats = {
        whole: new Intl.NumberFormat("en", {maximumFractionDigits: 0}),
        four: new Intl.NumberFormat("en", {maximumSignificantDigits: 4, minimumSignificantDigits: 4}),
        three: new Intl.NumberFormat("en", {maximumSignificantDigits: 3}),
        two: new Intl.NumberFormat("en", {maximumSignificantDigits: 2}),
        signed: new Intl.NumberFormat("en", {maximumSignificantDigits: 3, signDisplay: "exceptZero"}),
        percent: new Intl.NumberFormat("en", {maximumFractionDigits: 1, minimumFractionDigits: 1})
    };

    /** @return the number for people: with a true minus, very small ones as 1e-8, and a dash where there is none */
    function number(format, value) {
        if (value && Math.abs(value) < TINY && format !== formats.whole) {
            return value.toExponential(1).replace(".0", "").replaceAll("-", "\u2212");
        }
        return value === null || value === undefined || Number.isNaN(value) ? "\u2013"
            : format.format(value).replace("-", "\u2212");
    }

    function add(parent, tag, text, type) {
        const node = parent.appendChild(document.createElement(tag));
        if (text !== undefined && text !== null) {
            node.textContent = text;
        }
        if (type) {
            node.className = type;
        }
        return node;
    }

    function fact(list, name, value) {
        add(list, "dt", name);
        add(list, "dd", value);
    }

    /** A drawing as part of the page; text that is no drawing is not shown. */
    function drawing(parent, svg, label) {
        const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
        if (parsed.localName !== "svg") {
            return null;
        }
        const node = document.importNode(parsed, true);
        node.setAttribute("role", "img");
        node.setAttribute("aria-label", label);
        return parent.appendChild(node);
    }

    function remarks(host, sentences) {
        if (sentences && sentences.length > 0) {
            const list = add(host, "ul", null, "remarks");
            sentences.forEach(sentence => add(list, "li", sentence));
        }
    }

    /** columns: heading and text of a row; the row that chosen tells is marked. */
    function table(host, caption, columns, rows, chosen) {
        const scroll = add(host, "div", null, "scroll");
        scroll.tabIndex = 0;
        scroll.setAttribute("role", "region");
        scroll.setAttribute("aria-label", caption);
        const node = add(scroll, "table");
        node.createCaption().textContent = caption;
        const head = node.createTHead().insertRow();
        columns.forEach(column => add(head, "th", column[0]).scope = "col");
        const body = node.createTBody();
        for (const item of rows) {
            const row = body.insertRow();
            row.className = chosen && chosen(item) ? "chosen" : "";
            columns.forEach(column => row.insertCell().textContent = column[1](item));
        }
    }

    /** A list of choices with a label; changed hears the position of the one that is chosen. */
    function choice(host, label, names, changed) {
        const select = add(add(host, "label", label + " "), "select");
        names.forEach((name, i) => add(select, "option", name).value = i);
        select.addEventListener("change", () => changed(Number(select.value)));
        return select;
    }

    /* ---- Light, and dark for those who choose it ---- */

    function remembered() {
        try {
            return window.localStorage.getItem("reductor-theme");
        } catch (e) {
            return null; // a frame may have no storage
        }
    }

    function paint(theme) {
        document.documentElement.dataset.theme = theme;
        window.dispatchEvent(new Event("reductor-theme"));
    }

    function themeButton() {
        const button = add(document.body, "button", "Dark", "theme");
        button.type = "button";
        document.body.prepend(button);
        const show = theme => button.setAttribute("aria-pressed", String(theme === "dark"));
        button.addEventListener("click", function () {
            const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
            try {
                window.localStorage.setItem("reductor-theme", theme);
            } catch (e) {
                // then it is forgotten with the page
            }
            paint(theme);
            show(theme);
        });
        show(document.documentElement.dataset.theme);
    }

    /* ---- Opening ---- */

    function problem(host, title, message, details) {
        const box = add(host, "div", null, "problem");
        box.setAttribute("role", "alert");
        add(box, "strong", title);
        add(box, "p", message);
        if (details) {
            const more = add(box, "details");
            add(more, "summary", "Details");
            add(more, "pre", details);
        }
    }

    function failed(host, envelope) {
        const error = envelope.userError || envelope.internalError;
        const details = [error.details, error.typeName, (error.stackTrace || []).join("\n")]
            .filter(text => text).join("\n");
        problem(host, envelope.userError ? "There is nothing to show."
            : "The view could not be made; this is an error of the program.",
            error.message || "KNIME gives no reason.", details);
    }

    /** Shows what an envelope holds: an error, warnings, and the result. */
    function show(host, envelope) {
        host.replaceChildren();
        host.removeAttribute("aria-busy");
        if (envelope && (envelope.userError || envelope.internalError)) {
            failed(host, envelope);
        }
        if (envelope && envelope.warningMessages && envelope.warningMessages.length > 0) {
            const box = add(host, "div", null, "warning");
            box.setAttribute("role", "status");
            envelope.warningMessages.forEach(text => add(box, "p", text));
        }
        if (envelope && envelope.result !== null && envelope.result !== undefined) {
            views[host.dataset.view](host,
                typeof envelope.result === "string" ? JSON.parse(envelope.result) : envelope.result);
        } else if (!envelope || !envelope.userError && !envelope.internalError) {
            problem(host, "There is nothing to show.", "Execute the node and open the view again.");
        }
    }

    async function fill(host) {
        const own = host.querySelector("script[type='application/json']");
        try {
            show(host, own ? JSON.parse(own.textContent) : await reductor.initialData());
        } catch (error) {
            host.removeAttribute("aria-busy");
            problem(host, "There is nothing to show.", error.message + " Execute the node and open the view again.",
                error.stack);
        }
    }

    /** Fills each part of the page that names a view: with the data that stand in it, or with those of KNIME. */
    function open() {
        themeButton();
        document.querySelectorAll("[data-view]").forEach(fill);
    }

    function define(name, draw) {
        views[name] = draw;
    }

    paint(remembered() === "dark" ? "dark" : "light");
    document.addEventListener("DOMContentLoaded", open);
    Object.assign(reductor, {define: define, formats: formats, number: number, add: add, fact: fact, drawing: drawing,
        remarks: remarks, table: table, choice: choice});
}());
