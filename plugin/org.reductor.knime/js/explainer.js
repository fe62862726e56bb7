/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
(function () {
    "use strict";

    const whole = new Intl.NumberFormat("en", {maximumFractionDigits: 0});
    const three = new Intl.NumberFormat("en", {maximumSignificantDigits: 3});
    const signed = new Intl.NumberFormat("en", {maximumSignificantDigits: 3, signDisplay: "exceptZero"});

    function number(format, value) {
        return value === null || value === undefined ? "\u2013" : format.format(value).replace("-", "\u2212");
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
            return;
        }
        const node = document.importNode(parsed, true);
        node.setAttribute("role", "img");
        node.setAttribute("aria-label", label);
        parent.appendChild(node);
    }

    function remarks(sentences) {
        const list = document.getElementById("remarks");
        sentences.forEach(sentence => add(list, "li", sentence));
    }

    /**
     * A list in pages, that can be searched and put in another order.
     * items: all; text: of an item, to search in; orders: name and comparator; size: items a page; show: makes a card
     */
    function pages(items, text, orders, size, show) {
        const bar = document.getElementById("bar");
        const host = document.getElementById("cards");
        if (items.length === 0) {
            return;
        }
        let page = 0;
        let shown = items;
        const search = add(add(bar, "label", "Search"), "input");
        search.type = "search";
        const order = add(add(bar, "label", "Order by"), "select");
        orders.forEach((one, i) => add(order, "option", one.name).value = i);
        const nav = add(bar, "nav", null, "pages");
        nav.setAttribute("aria-label", "Pages");
        const back = add(nav, "button", "Back");
        const place = add(nav, "span");
        place.setAttribute("role", "status");
        place.style.margin = "0 8px";
        const next = add(nav, "button", "Next");

        function draw() {
            const last = Math.max(0, Math.ceil(shown.length / size) - 1);
            page = Math.min(Math.max(page, 0), last);
            host.replaceChildren();
            shown.slice(page * size, (page + 1) * size).forEach(item => show(host, item));
            place.textContent = shown.length === 0 ? "Nothing found" : whole.format(page * size + 1) + " to "
                + whole.format(Math.min(shown.length, (page + 1) * size)) + " of " + whole.format(shown.length);
            back.disabled = page === 0;
            next.disabled = page === last;
        }

        function choose() {
            const words = search.value.trim().toLowerCase();
            const found = items.filter(item => text(item).toLowerCase().includes(words));
            const by = orders[Number(order.value)].compare;
            shown = by ? found.slice().sort(by) : found;
            page = 0;
            draw();
        }

        function turn(by) {
            page += by;
            draw();
            window.scrollTo({top: 0});
        }

        search.addEventListener("input", choose);
        order.addEventListener("change", choose);
        back.addEventListener("click", () => turn(-1));
        next.addEventListener("click", () => turn(1));
        nav.hidden = items.length <= size;
        choose();
    }

    function failed(problem) {
        document.getElementById("summary").textContent = "There is nothing to show: " + problem.message
            + " Execute the node and open the view again.";
    }

    window.reductorExplainer = {whole: whole, three: three, signed: signed, number: number, add: add, fact: fact,
        drawing: drawing, remarks: remarks, pages: pages, failed: failed};
}());
