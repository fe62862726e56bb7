/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
(function () {
    "use strict";

    const {add, choice, formats} = window.reductor;
    const whole = formats.whole;

    /**
     * A list in pages, that can be searched and put in another order.
     * host: where; type: class of the list; items: all; text: of an item, to search in; orders: name and comparator;
     * size: items a page; show: makes a card
     */
    window.reductor.cards = function (host, type, items, text, orders, size, show) {
        if (items.length === 0) {
            return;
        }
        const bar = add(host, "div", null, "bar");
        const list = add(host, "div", null, type);
        let page = 0;
        let shown = items;
        let compare = orders[0].compare;
        const search = add(add(bar, "label", "Search "), "input");
        search.type = "search";
        choice(bar, "Order by", orders.map(one => one.name), function (i) {
            compare = orders[i].compare;
            choose();
        });
        const nav = add(bar, "nav", null, "pages");
        nav.setAttribute("aria-label", "Pages");
        const back = add(nav, "button", "Back");
        const place = add(nav, "span");
        place.setAttribute("role", "status");
        const next = add(nav, "button", "Next");

        function draw() {
            const last = Math.max(0, Math.ceil(shown.length / size) - 1);
            page = Math.min(Math.max(page, 0), last);
            list.replaceChildren();
            shown.slice(page * size, (page + 1) * size).forEach(item => show(list, item));
            place.textContent = shown.length === 0 ? "Nothing found" : whole.format(page * size + 1) + " to "
                + whole.format(Math.min(shown.length, (page + 1) * size)) + " of " + whole.format(shown.length);
            back.disabled = page === 0;
            next.disabled = page === last;
        }

        function choose() {
            const words = search.value.trim().toLowerCase();
            const found = items.filter(item => text(item).toLowerCase().includes(words));
            shown = compare ? found.slice().sort(compare) : found;
            page = 0;
            draw();
        }

        function turn(by) {
            page += by;
            draw();
            bar.scrollIntoView();
        }

        search.addEventListener("input", choose);
        back.addEventListener("click", () => turn(-1));
        next.addEventListener("click", () => turn(1));
        nav.hidden = items.length <= size;
        choose();
    };
}());
