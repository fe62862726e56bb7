/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
(function () {
    "use strict";

    /*
     * What KNIME hands to a page: an envelope with the result or with userError or internalError, and warningMessages.
     * It comes by messages to the embedding window: in the configuration, or as the answer of the data service, whose
     * result is the envelope as text.
     */

    const PATIENCE = 10000; // milliseconds

    function ask(method, params) {
        return new Promise(function (resolve, reject) {
            const requestId = method + "-" + Math.random().toString(36).slice(2);
            const timer = setTimeout(function () {
                window.removeEventListener("message", listen);
                reject(new Error("KNIME did not answer."));
            }, PATIENCE);
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

    function isEnvelope(value) {
        return value !== null && typeof value === "object"
            && ("result" in value || "userError" in value || "internalError" in value);
    }

    async function fromKnime() {
        if (window.parent === window) {
            throw new Error("This page shows its data inside KNIME.");
        }
        window.parent.postMessage({type: "UIExtensionReady"}, "*");
        const config = await ask("getConfig", []) || {};
        if (config.initialData) {
            return parsed(config.initialData);
        }
        const answer = parsed(await ask("callNodeDataService", [{
            nodeId: config.nodeId, projectId: config.projectId, workflowId: config.workflowId,
            extensionType: config.extensionType, serviceType: "initial_data", dataServiceRequest: ""
        }]));
        if (answer && answer.error) {
            return {internalError: answer.error};
        }
        const inside = answer ? parsed(answer.result) : null;
        return isEnvelope(inside) ? inside : answer;
    }

    /** The envelope: from a page that sets reductorInitialData, else from KNIME. */
    async function initialData() {
        return window.reductorInitialData ? parsed(window.reductorInitialData) : fromKnime();
    }

    window.reductor = {initialData: initialData};
}());
