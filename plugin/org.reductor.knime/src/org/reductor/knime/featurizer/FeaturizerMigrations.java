/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.featurizer;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.reductor.knime.column.WhereColumnsAreChosen;
import org.reductor.knime.featurizer.MoleculeFeaturizerParameters.DescriptorChoice;

/** How settings that were stored before a field was there are read. */
final class FeaturizerMigrations {

    private FeaturizerMigrations() {
    }

    /** Until 0.1 the twenty descriptors were added or not. */
    static final class FromDescriptorSwitch implements NodeParametersMigration<DescriptorChoice> {

        private static final String KEY = "descriptors";

        @Override
        public List<ConfigMigration<DescriptorChoice>> getConfigMigrations() {
            return List.of(
                ConfigMigration.builder(FromDescriptorSwitch::load).withDeprecatedConfigPath(KEY).build(),
                ConfigMigration.builder(settings -> DescriptorChoice.NONE).build()); // neither is stored
        }

        private static DescriptorChoice load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getBoolean(KEY) ? DescriptorChoice.BASIC : DescriptorChoice.NONE;
        }
    }

    /** Until 0.1 there was one fingerprint. */
    static final class FromOneFingerprint implements NodeParametersMigration<FingerprintChoice> {

        @Override
        public List<ConfigMigration<FingerprintChoice>> getConfigMigrations() {
            return List.of(ConfigMigration.builder(settings -> FingerprintChoice.NONE).build());
        }
    }

    /** Until 0.1 the node read a single molecule column. */
    static final class FromSingleColumn implements NodeParametersMigration<ColumnFilter> {

        private static final String KEY = "moleculeColumn";

        @Override
        public List<ConfigMigration<ColumnFilter>> getConfigMigrations() {
            return List
                .of(ConfigMigration.builder(FromSingleColumn::load).withDeprecatedConfigPath(KEY).build());
        }

        private static ColumnFilter load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return MoleculeFeaturizerParameters.chosen(settings.getString(KEY));
        }
    }

    static final class WithReactions extends WhereColumnsAreChosen {
        WithReactions() {
            super("reactionColumns");
        }
    }

    static final class WithCategories extends WhereColumnsAreChosen {
        WithCategories() {
            super("categoricalColumns");
        }
    }

    static final class WithNumbers extends WhereColumnsAreChosen {
        WithNumbers() {
            super("numericColumns");
        }
    }
}
