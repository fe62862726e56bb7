/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
(function () {
    "use strict";

    /* ---- Data: from KNIME by messages to the embedding window, or from a page that sets reductorInitialData ---- */

    function ask(method, params) {
        return new Promise(function (resolve, reject) {
            const requestId = method + "-" + Math.random().toString(36).slice(2);
            const timer = setTimeout(function () {
                window.removeEventListener("message", listen);
                reject(new Error("KNIME did not answer."));
            }, 10000);
            function listen(event) {
                const message = event.data;
                if (message && message.type === "UIExtensionResponse" && message.requestId === requestId) {
                    clearTimeout(timer);
                    window.removeEventListener("message", listen);
                    resolve(message.payload);
                }
            }
            window.addEventListener("message", listen);
            window.parent.postMessage(
                {type: "UIExtensionRequest", requestId: requestId, payload: {method: method, params: params}}, "*");
        });
    }

    function parsed(value) {
        return typeof value === "string" && value !== "" ? JSON.parse(value) : value;
    }

    async function initialData() {
        if (window.reductorInitialData) {
            return parsed(window.reductorInitialData).result;
        }
        if (window.parent === window) {
            throw new Error("This page shows its data inside KNIME.");
        }
        window.parent.postMessage({type: "UIExtensionReady"}, "*");
        const config = await ask("getConfig", []) || {};
        let answer = parsed(config.initialData);
        if (!answer) {
            answer = parsed(await ask("callNodeDataService", [{
                nodeId: config.nodeId, projectId: config.projectId, workflowId: config.workflowId,
                extensionType: config.extensionType, serviceType: "initial_data", dataServiceRequest: ""
            }]));
        }
        return answer ? parsed(answer.result) : null;
    }

    window.reductor = {initialData: initialData};
}());
