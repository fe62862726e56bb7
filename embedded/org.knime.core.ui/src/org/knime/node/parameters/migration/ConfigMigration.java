/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.base.ConfigBaseRO;

/** An older form of a setting. Applies if its matcher says so; by default if all its old keys are there. */
public final class ConfigMigration<T> {

    private final Predicate<NodeSettingsRO> matcher;

    private final ParametersLoader<T> loader;

    private ConfigMigration(final Predicate<NodeSettingsRO> matcher, final ParametersLoader<T> loader) {
        this.matcher = matcher;
        this.loader = loader;
    }

    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    public ParametersLoader<T> getLoader() {
        return loader;
    }

    /** Here, null stands for: applies if the present form is not stored. */
    public Predicate<NodeSettingsRO> getMatcher() {
        return matcher;
    }

    /** Describes an older form. */
    public static final class Builder<T> {

        private final ParametersLoader<T> loader;

        private final List<String[]> oldPaths = new ArrayList<>();

        private Predicate<NodeSettingsRO> matcher;

        public Builder(final ParametersLoader<T> loader) {
            this.loader = loader;
        }

        /** A key of the older form, as the path to it. */
        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            oldPaths.add(configKeys.clone());
            return this;
        }

        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            this.matcher = matcher;
            return this;
        }

        public ConfigMigration<T> build() {
            if (matcher == null && !oldPaths.isEmpty()) {
                return new ConfigMigration<>(s -> oldPaths.stream().allMatch(p -> hasPath(s, p)), loader);
            }
            return new ConfigMigration<>(matcher, loader);
        }

        private static boolean hasPath(final ConfigBaseRO settings, final String... path) {
            try {
                ConfigBaseRO at = settings;
                for (int i = 0; i + 1 < path.length; i++) {
                    at = at.getConfigBase(path[i]);
                }
                return at.containsKey(path[path.length - 1]);
            } catch (InvalidSettingsException e) {
                return false;
            }
        }
    }
}
