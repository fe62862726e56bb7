/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.reductor.knime.NodeRunner;
import org.reductor.knime.image.Drawings;
import org.reductor.knime.learner.NetworkLearnerNodeFactory;
import org.reductor.knime.view.ShownNodes;

class PruningPlotNodeTest {

    @Test
    void handsOutAnSvgImageOfTheRounds() throws Exception {
        final NodeRunner learner = ShownNodes.learner(ShownNodes.numbers(60), s -> { });
        final NodeRunner plot = new NodeRunner(new PruningPlotNodeFactory());
        assertThat(((ImagePortObjectSpec)plot.configure(learner.out(0))[0]).getDataType())
            .isEqualTo(Drawings.cellType()).isNotEqualTo(StringCell.TYPE);
        final DataCell cell = ((ImagePortObject)plot.run(learner.out(0)).out(0)).toDataCell();
        assertThat(((StringValue)cell).getStringValue()).startsWith("<svg").contains("Pruning of pIC50", "chosen");
    }

    @Test
    void networksThatNoRunOfPruningMadeAreRefused() throws Exception {
        final BufferedDataTable features = ShownNodes.featurized(ShownNodes.numbers(60));
        final NodeRunner networks =
            new NodeRunner(new NetworkLearnerNodeFactory()).guess(features).set(ShownNodes::quick).run(features);
        assertThatThrownBy(() -> new NodeRunner(new PruningPlotNodeFactory()).run(networks.out(0)))
            .isInstanceOf(KNIMEException.class).hasMessageContainingAll("no rounds", "Reductive Pruning Learner");
    }

    /** Hides KNIME's types for SVG, as where that extension is not installed. */
    private static final class WithoutSvg extends ClassLoader {

        WithoutSvg() {
            super(PruningPlotNodeTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.knime.base.data.xml")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(Drawings.class.getPackageName())) {
                return super.loadClass(name, resolve);
            }
            final Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                final byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void withoutKnimesSvgSupportDrawingsAreTextAndTheNodeSaysWhatToInstall() throws Exception {
        final Class<?> drawings = new WithoutSvg().loadClass(Drawings.class.getName());
        final Method cell = drawings.getMethod("cell", String.class);
        assertThat(cell.invoke(null, "<svg/>")).isEqualTo(new StringCell("<svg/>"));
        assertThat(drawings.getMethod("cellType").invoke(null)).isEqualTo(StringCell.TYPE);
        final Method spec = drawings.getMethod("imageSpec");
        assertThatThrownBy(() -> spec.invoke(null)).isInstanceOf(InvocationTargetException.class).cause()
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageContainingAll("KNIME SVG Support", "view of the learner");
    }
}
