/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.webui.node.dialog.configmapping.ConfigPath;

/** An older form of a setting. Applies if its matcher says so; by default if all its old keys are there. */
public final class ConfigMigration<T> {

    private final Predicate<NodeSettingsRO> matcher;

    private final ParametersLoader<T> loader;

    private final Collection<ConfigPath> oldPaths;

    private ConfigMigration(final Collection<ConfigPath> oldPaths, final Predicate<NodeSettingsRO> matcher,
        final ParametersLoader<T> loader) {
        this.oldPaths = oldPaths;
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

    /** Paths that the older form has and the present one lacks; with each, all that is below it. */
    public Collection<ConfigPath> getDeprecatedConfigPaths() {
        return oldPaths;
    }

    /** Describes an older form. */
    public static final class Builder<T> {

        private final ParametersLoader<T> loader;

        private final List<ConfigPath> oldPaths = new ArrayList<>();

        private Predicate<NodeSettingsRO> matcher;

        public Builder(final ParametersLoader<T> loader) {
            this.loader = loader;
        }

        /** A key of the older form, as the path to it. */
        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            oldPaths.add(new ConfigPath(List.of(configKeys)));
            return this;
        }

        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            this.matcher = matcher;
            return this;
        }

        public ConfigMigration<T> build() {
            if (matcher == null && !oldPaths.isEmpty()) {
                return new ConfigMigration<>(oldPaths,
                    s -> oldPaths.stream().allMatch(old -> hasPath(s, old.path())), loader);
            }
            return new ConfigMigration<>(oldPaths, matcher, loader);
        }

        private static boolean hasPath(final ConfigBaseRO settings, final List<String> path) {
            try {
                ConfigBaseRO at = settings;
                for (final String key : path.subList(0, path.size() - 1)) {
                    at = at.getConfigBase(key);
                }
                return at.containsKey(path.get(path.size() - 1));
            } catch (InvalidSettingsException e) {
                return false;
            }
        }
    }
}
