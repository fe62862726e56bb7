/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
(function () {
    "use strict";

    function show(facts) {
        document.getElementById("title").textContent = facts.title;
        document.getElementById("status").remove();
        const host = document.getElementById("groups");
        for (const group of facts.groups) {
            host.appendChild(document.createElement("h2")).textContent = group.title;
            const body = host.appendChild(document.createElement("table")).createTBody();
            for (const fact of group.rows) {
                const row = body.insertRow();
                const name = row.appendChild(document.createElement("th"));
                name.scope = "row";
                name.textContent = fact[0];
                row.insertCell().textContent = fact[1];
            }
        }
    }

    window.reductor.initialData().then(show).catch(function (problem) {
        document.getElementById("status").textContent = "There is nothing to show: " + problem.message
            + " Execute the node and open the view again.";
    });
}());
