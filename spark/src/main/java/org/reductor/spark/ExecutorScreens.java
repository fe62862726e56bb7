/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.spark;

import java.util.Map;
import java.util.Optional;

import org.apache.spark.SparkEnv;
import org.reductor.chem.Isolation;
import org.reductor.chem.RdkitVersion;
import org.reductor.chem.screen.Screen;
import org.reductor.core.model.NetworkModel;

/** The models that this process has loaded. */
final class ExecutorScreens {

    /** Those that queries of a session go to and fro between; each takes some megabytes. */
    private static final Map<Key, Screen> LOADED = new Recent<>(4);

    private record Key(String model, boolean isolated, ScreenSettings settings) {
    }

    private ExecutorScreens() {
    }

    /** Others who need a model at the same time wait for the one that loads it. */
    static Screen of(final SharedModel model, final String fingerprint, final boolean isolated) {
        final Key key = new Key(fingerprint, isolated, model.settings());
        synchronized (LOADED) {
            Screen screen = LOADED.get(key);
            if (screen == null) {
                screen = load(model, isolated);
                LOADED.put(key, screen);
            }
            return screen;
        }
    }

    private static Screen load(final SharedModel shared, final boolean isolated) {
        final NetworkModel model = ModelBytes.parse(shared.path(), shared.bytes());
        final Optional<String> other;
        final Screen screen;
        try {
            other = RdkitVersion.difference("The features on this executor", RdkitVersion.here(model.recipe()),
                "those that the networks have learned from", RdkitVersion.of(model.provenance()));
            screen = new Screen(model, shared.settings().told(), isolated ? Isolation.ALWAYS : Isolation.WHERE_NEEDED,
                () -> false);
        } catch (final IllegalArgumentException | IllegalStateException e) {
            throw new ScreeningException("Executor " + name() + " cannot use the model '" + shared.path() + "'. "
                + e.getMessage(), e);
        }
        if (other.isPresent() && !shared.settings().anyRdkit()) {
            throw new ScreeningException("Executor " + name() + " cannot use the model '" + shared.path() + "' as it "
                + "is. " + other.get() + " To predict all the same: --any-rdkit for ./reductor screen, "
                + "spark.reductor.anyRdkit=true in SQL, setAnyRdkit(true) for the Transformer.");
        }
        return screen;
    }

    private static String name() {
        final SparkEnv env = SparkEnv.get();
        return env == null ? "(none)" : env.executorId() + " on " + env.blockManager().blockManagerId().host();
    }
}
