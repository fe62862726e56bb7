/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.knime.core.webui.node.dialog.configmapping.ConfigPath;

/** An older form of a setting: applies if all its old keys are there, or, without any, if the present form is not. */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> loader;

    private final Collection<ConfigPath> oldPaths = new ArrayList<>();

    private ConfigMigration(final ParametersLoader<T> loader) {
        this.loader = loader;
    }

    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    public ParametersLoader<T> getLoader() {
        return loader;
    }

    /** Paths that the older form has and the present one lacks; with each, all that is below it. */
    public Collection<ConfigPath> getDeprecatedConfigPaths() {
        return oldPaths;
    }

    /** Describes an older form. */
    public static final class Builder<T> {

        private final ConfigMigration<T> migration;

        public Builder(final ParametersLoader<T> loader) {
            migration = new ConfigMigration<>(loader);
        }

        /** A key of the older form, as the path to it. */
        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            migration.oldPaths.add(new ConfigPath(List.of(configKeys)));
            return this;
        }

        public ConfigMigration<T> build() {
            return migration;
        }
    }
}
