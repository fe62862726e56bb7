/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.ParametersPersistor;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

class ParametersPersistenceTest {

    enum Kind { MORGAN, MACCS }

    static class Base implements NodeParameters {
        int m_seed = 1;
    }

    static class Inner implements NodeParameters {
        double m_rate = .1;

        Inner() {
        }

        Inner(final double rate) {
            m_rate = rate;
        }
    }

    static final class Everything extends Base {
        boolean m_useGPU;

        int m_fooBar = 2;

        char m_delimiter = ',';

        long m_big = 3;

        String plain = "p";

        String m_nothing;

        @Persist(configKey = "x")
        String m_other = "o";

        @Persist(hidden = true)
        String m_secret = "s";

        Kind m_kind = Kind.MACCS;

        Inner m_inner = new Inner();

        Inner[] m_list = {new Inner(1), new Inner(2)};

        String[] m_units = {"1024", "512"};

        String[] m_names = {};

        Optional<Integer> m_limit = Optional.of(5);

        Optional<String> m_label = Optional.empty();

        static int s_static = 9;

        transient int m_transient = 9;

        private int m_private = 9;
    }

    private static NodeSettings save(final NodeParameters parameters) {
        final var root = new NodeSettings("settings.xml");
        NodeParametersUtil.saveSettings(parameters.getClass(), parameters, root.addNodeSettings("model"));
        return root;
    }

    private static <P extends NodeParameters> P load(final Class<P> type, final NodeSettings root)
        throws InvalidSettingsException {
        return NodeParametersUtil.loadSettings(root.getNodeSettings("model"), type);
    }

    @Test
    void fieldsAreStoredAsOnThePlatform() throws Exception {
        final NodeSettingsRO model = save(new Everything()).getNodeSettings("model");
        assertThat(model.keySet()).containsExactly("seed", "useGPU", "fooBar", "delimiter", "big", "plain", "nothing",
            "x", "secret_Internals", "kind", "inner", "list", "units", "names", "limit", "limit_is_present", "label",
            "label_is_present");
        assertThat(model.getInt("seed")).isEqualTo(1);
        assertThat(model.getString("nothing")).isNull();
        assertThat(model.getString("kind")).isEqualTo("MACCS");
        assertThat(model.getNodeSettings("inner").getDouble("rate")).isEqualTo(.1);
        assertThat(model.getNodeSettings("list").keySet()).containsExactly("0", "1");
        assertThat(model.getNodeSettings("list").getNodeSettings("1").getDouble("rate")).isEqualTo(2);
        assertThat(model.getNodeSettings("units").keySet()).containsExactly("array-size", "0", "1");
        assertThat(model.getInt("limit")).isEqualTo(5);
        assertThat(model.getBoolean("limit_is_present")).isTrue();
        assertThat(model.getString("label")).isNull();
        assertThat(model.getBoolean("label_is_present")).isFalse();
    }

    @Test
    void whatIsSavedIsLoaded() throws Exception {
        final var before = new Everything();
        before.m_seed = 77;
        before.m_kind = Kind.MORGAN;
        before.m_list = new Inner[]{new Inner(7)};
        before.m_limit = Optional.empty();
        before.m_label = Optional.of("L");
        before.m_units = null;
        final Everything after = load(Everything.class, save(before));
        assertThat(after.m_private).isEqualTo(9);
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void aMissingKeyIsAnErrorThatNamesIt() {
        final NodeSettings root = save(new Everything());
        final var incomplete = new NodeSettings("settings.xml");
        final NodeSettingsWO model = incomplete.addNodeSettings("model");
        assertThatThrownBy(() -> load(Everything.class, incomplete)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"model/seed\" is missing");
        assertThatThrownBy(() -> {
            root.getNodeSettings("model").copyTo(incomplete.getNodeSettings("model"));
            model.addNodeSettings("inner");
            load(Everything.class, incomplete);
        }).isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"model/inner/rate\" is missing");
    }

    @Test
    void anUnknownConstantIsAnErrorThatNamesTheChoices() throws Exception {
        final NodeSettings root = save(new Everything());
        root.getNodeSettings("model").addString("kind", "morgan");
        assertThatThrownBy(() -> load(Everything.class, root)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("\"model/kind\"").hasMessageContaining("\"morgan\"")
            .hasMessageContaining("MORGAN, MACCS");
    }

    @LoadDefaultsForAbsentFields
    static final class Tolerant implements NodeParameters {
        int m_known = 1;

        Inner m_new = new Inner(42);
    }

    static final class Grown implements NodeParameters {
        @Migrate(loadDefaultIfAbsent = true)
        int m_added = 12;

        @Migration(Four.class)
        int m_provided = 1;

        @Migration(FromPercent.class)
        double m_fraction = 1;

        static final class Four implements DefaultProvider<Integer> {
            @Override
            public Integer getDefault() {
                return 4;
            }
        }

        static final class FromPercent implements NodeParametersMigration<Double> {
            @Override
            public List<ConfigMigration<Double>> getConfigMigrations() {
                return List.of(ConfigMigration.builder(s -> s.getInt("percent") / 100.0)
                    .withDeprecatedConfigPath("percent").build());
            }
        }
    }

    @Test
    void absentFieldsTakeDefaultsWhereTheClassOrTheFieldSaysSo() throws Exception {
        final var root = new NodeSettings("settings.xml");
        final NodeSettingsWO model = root.addNodeSettings("model");
        model.addInt("known", 5);
        model.addInt("percent", 30);
        assertThat(load(Tolerant.class, root).m_known).isEqualTo(5);
        assertThat(load(Tolerant.class, root).m_new.m_rate).isEqualTo(42);
        final Grown grown = load(Grown.class, root);
        assertThat(grown.m_added).isEqualTo(12);
        assertThat(grown.m_provided).isEqualTo(4);
        assertThat(grown.m_fraction).isEqualTo(.3);
    }

    static final class Grove implements NodeParameters {
        Grown m_inner = new Grown();

        Grown[] m_list = {};
    }

    @Test
    void whatMigrationsReadIsKnownWhereverTheyStand() {
        assertThat(List.of(List.of("percent"), List.of("percent", "below"), List.of("fraction"), List.of("per")))
            .extracting(path -> ParametersPersistor.readsOld(Grown.class, path))
            .containsExactly(true, true, false, false);
        assertThat(List.of(List.of("inner", "percent"), List.of("list", "7", "percent"), List.of("percent"),
            List.of("list", "percent"), List.of("inner")))
                .extracting(path -> ParametersPersistor.readsOld(Grove.class, path))
                .containsExactly(true, true, false, false, false);
    }

    static final class Custom implements NodeParameters {
        @Persistor(Reversed.class)
        String m_text = "abc";

        static final class Reversed implements NodeParametersPersistor<String> {
            @Override
            public String load(final NodeSettingsRO settings) throws InvalidSettingsException {
                return new StringBuilder(settings.getString("reversed")).reverse().toString();
            }

            @Override
            public void save(final String param, final NodeSettingsWO settings) {
                settings.addString("reversed", new StringBuilder(param).reverse().toString());
            }

            @Override
            public String[][] getConfigPaths() {
                return new String[][]{{"reversed"}};
            }
        }
    }

    @Test
    void aPersistorStoresInItsOwnWay() throws Exception {
        final NodeSettings root = save(new Custom());
        assertThat(root.getNodeSettings("model").getString("reversed")).isEqualTo("cba");
        assertThat(load(Custom.class, root).m_text).isEqualTo("abc");
    }

    static final class Unsupported implements NodeParameters {
        Kind[] m_kinds = {};
    }

    @Test
    void fieldsThatCannotBeStoredAreRefused() {
        assertThatThrownBy(() -> save(new Unsupported())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("no default persistor");
    }
}
