/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
window.reductor.define("port", function (host, facts) {
    "use strict";

    const add = window.reductor.add;
    add(host, "h1", facts.title);
    for (const group of facts.groups) {
        add(host, "h2", group.title);
        const body = add(host, "table", null, "facts").createTBody();
        for (const fact of group.rows) {
            const row = body.insertRow();
            add(row, "th", fact[0]).scope = "row";
            row.insertCell().textContent = fact[1];
        }
    }
});
