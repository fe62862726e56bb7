/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.view;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A headless Chromium of the machine, driven over its DevTools protocol. */
public final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int PATIENCE = 60; // seconds; of a machine that does much else

    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;

    private final Path profile;

    private final WebSocket socket;

    private final AtomicInteger ids = new AtomicInteger();

    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();

    private Chromium(final Process process, final Path profile, final String address) {
        this.process = process;
        this.profile = profile;
        socket = HttpClient.newHttpClient().newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener()).orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    /** Gathers the parts of a message. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(final WebSocket from, final CharSequence data, final boolean last) {
            text.append(data);
            if (last) {
                final String message = text.toString();
                text.setLength(0);
                received(message);
            }
            from.request(1);
            return null;
        }
    }

    private void received(final String text) {
        final JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (message.has("id")) {
            answers.remove(message.path("id").asInt()).complete(message);
        } else {
            listeners.forEach(listener -> listener.accept(message));
        }
    }

    /** @return the browser; empty where the machine has none */
    public static Optional<Chromium> start() throws IOException {
        final Optional<Path> program = program();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        final Path profile = Files.createTempDirectory("reductor-chromium");
        final Process process = new ProcessBuilder(program.get().toString(), "--headless=new", "--no-sandbox",
            "--disable-gpu", "--disable-dev-shm-usage", "--allow-file-access-from-files", "--hide-scrollbars",
            "--no-first-run", "--remote-debugging-port=0",
            "--user-data-dir=" + profile, "about:blank").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        final BufferedReader lines =
            new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            final Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                final Thread rest = new Thread(() -> lines.lines().forEach(ignored -> { }));
                rest.setDaemon(true);
                rest.start();
                return Optional.of(new Chromium(process, profile, address.group(1)));
            }
        }
        throw new IOException(program.get() + " ended with " + process.exitValue() + " before it could be used.");
    }

    private static Optional<Path> program() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(f -> Path.of(f, name)))
            .filter(Files::isExecutable).findFirst();
    }

    private JsonNode ask(final String session, final String method, final Object... parameters) {
        final int id = ids.incrementAndGet();
        final ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        if (session != null) {
            message.put("sessionId", session);
        }
        final ObjectNode params = message.putObject("params");
        for (int i = 0; i < parameters.length; i += 2) {
            params.set((String)parameters[i], JSON.valueToTree(parameters[i + 1]));
        }
        final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        synchronized (socket) {
            socket.sendText(message.toString(), true).join();
        }
        final JsonNode given = answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        if (given.has("error")) {
            throw new IllegalStateException(method + ": " + given.path("error"));
        }
        return given.path("result");
    }

    /** @return a tab that shows the file once it has loaded, in a window of that size */
    public Tab open(final Path file, final int width, final int height) throws IOException {
        final String target = ask(null, "Target.createTarget", "url", "about:blank").path("targetId").asText();
        final String session = ask(null, "Target.attachToTarget", "targetId", target, "flatten", true)
            .path("sessionId").asText();
        return new Tab(session, file, width, height);
    }

    /** A page, with all that it complained of and asked for. */
    public final class Tab {

        private final String session;

        private final List<String> complaints = new CopyOnWriteArrayList<>();

        private final List<String> requests = new CopyOnWriteArrayList<>();

        private final CompletableFuture<JsonNode> loaded = new CompletableFuture<>();

        private Tab(final String session, final Path file, final int width, final int height) {
            this.session = session;
            listeners.add(this::hear);
            for (final String domain : List.of("Page", "Runtime", "Log", "Network")) {
                ask(session, domain + ".enable");
            }
            ask(session, "Emulation.setDeviceMetricsOverride", "width", width, "height", height, "deviceScaleFactor", 1,
                "mobile", false);
            ask(session, "Page.navigate", "url", file.toUri().toString());
            loaded.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        }

        private void hear(final JsonNode event) {
            if (!event.path("sessionId").asText().equals(session)) {
                return;
            }
            final JsonNode params = event.path("params");
            switch (event.path("method").asText()) {
                case "Page.loadEventFired" -> loaded.complete(params);
                case "Runtime.exceptionThrown" -> complaints.add(params.path("exceptionDetails").toString());
                case "Runtime.consoleAPICalled" -> complaints.add(params.path("args").toString());
                case "Log.entryAdded" -> complaints.add(params.path("entry").toString());
                case "Network.requestWillBeSent" -> requests.add(params.path("request").path("url").asText());
                default -> { }
            }
        }

        /** @return what the browser's console shows */
        public List<String> complaints() {
            return complaints;
        }

        /** @return the addresses that the page has asked for, but for those of its own files */
        public List<String> requests() {
            return requests.stream().filter(url -> !url.startsWith("file:") && !url.startsWith("data:")).toList();
        }

        /** @return the value of an expression of JavaScript, which may be a promise */
        public JsonNode evaluate(final String expression) {
            final JsonNode given = ask(session, "Runtime.evaluate", "expression", expression, "returnByValue", true,
                "awaitPromise", true);
            if (given.has("exceptionDetails")) {
                throw new IllegalStateException(expression + ": " + given.path("exceptionDetails"));
            }
            return given.path("result").path("value");
        }

        /** Waits until an expression is true. */
        public void await(final String expression) {
            evaluate("new Promise(done => { const look = () => (" + expression
                + ") ? done(true) : setTimeout(look, 20); look(); })");
        }

        /** Presses and lets go of a key. */
        public void press(final String key) {
            final Map<String, Integer> codes = Map.of("Tab", 9, "Enter", 13, "Escape", 27, "End", 35, "Home", 36,
                "ArrowLeft", 37, "ArrowUp", 38, "ArrowRight", 39, "ArrowDown", 40);
            final List<Object> parameters = new ArrayList<>(List.of("type", "keyDown", "key", key));
            if (codes.containsKey(key)) {
                parameters.addAll(List.of("code", key, "windowsVirtualKeyCode", codes.get(key)));
            }
            if (key.equals("Enter")) {
                parameters.addAll(List.of("text", "\r"));
            } else if (key.length() == 1) {
                parameters.addAll(List.of("text", key));
            }
            ask(session, "Input.dispatchKeyEvent", parameters.toArray());
            ask(session, "Input.dispatchKeyEvent", "type", "keyUp", "key", key);
        }

        /** Says that the user's system is dark. */
        public void preferDark() {
            ask(session, "Emulation.setEmulatedMedia", "features",
                List.of(Map.of("name", "prefers-color-scheme", "value", "dark")));
        }

        /**
         * @param selector finds the element
         * @param highest pixels after which the picture ends, should the element go on
         * @return a picture of the first element that the selector finds, with a little beside and below it, as PNG
         */
        public byte[] picture(final String selector, final int highest) {
            final JsonNode box = evaluate("(() => { const b = document.querySelector('" + selector
                + "').getBoundingClientRect(); const r = 10; return {x: b.x + scrollX - r, "
                + "y: b.y + scrollY, width: b.width + 2 * r, height: Math.min(b.height + r, " + highest
                + "), scale: 1}; })()");
            return Base64.getDecoder().decode(ask(session, "Page.captureScreenshot", "clip", box,
                "captureBeyondViewport", true).path("data").asText());
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            profile.toFile().deleteOnExit(); // a helper process may still write
        }
    }
}
