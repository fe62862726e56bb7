/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.util.Arrays;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.base.EmbeddedConfig;
import org.knime.core.webui.node.dialog.configmapping.ConfigPath;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.migration.ParametersLoader;

/** Loads from settings that an older version saved. */
final class Migrations {

    private Migrations() {
    }

    /**
     * Loads by the first migration that applies, else as settings are stored now. A migration that names no old keys
     * applies when none of the present paths is there.
     */
    static Object load(final Migration annotation, final String[][] paths, final ParametersLoader<?> plain,
        final NodeSettingsRO settings) throws InvalidSettingsException {
        if (annotation != null) {
            for (final ConfigMigration<?> old : configs(annotation)) {
                if (applies(old, paths, settings)) {
                    return old.getLoader().load(settings);
                }
            }
        }
        return plain.load(settings);
    }

    private static boolean applies(final ConfigMigration<?> old, final String[][] paths,
        final NodeSettingsRO settings) {
        if (!old.getDeprecatedConfigPaths().isEmpty()) {
            return old.getDeprecatedConfigPaths().stream()
                .allMatch(path -> EmbeddedConfig.hasPath(settings, path.path()));
        }
        if (paths == null || paths.length == 0) {
            throw new IllegalStateException("A migration without old keys needs a persistor that"
                + " names its config paths.");
        }
        return !hasAny(settings, paths);
    }

    /** Whether the migration reads the path from an older form, or something below or above it. */
    static boolean readsOld(final Migration annotation, final List<String> path) {
        return annotation != null && configs(annotation).stream()
            .flatMap(old -> old.getDeprecatedConfigPaths().stream()).map(ConfigPath::path).anyMatch(old -> {
                final int common = Math.min(old.size(), path.size());
                return old.subList(0, common).equals(path.subList(0, common));
            });
    }

    @SuppressWarnings("unchecked")
    private static List<ConfigMigration<?>> configs(final Migration annotation) {
        final NodeParametersMigration<?> migration = ParametersPersistor.create(annotation.value());
        return (List<ConfigMigration<?>>)(List<?>)migration.getConfigMigrations();
    }

    static boolean hasAny(final NodeSettingsRO settings, final String[][] paths) {
        return Arrays.stream(paths).anyMatch(path -> EmbeddedConfig.hasPath(settings, List.of(path)));
    }
}
