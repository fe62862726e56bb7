/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.reductor.core.train.Engine;
import org.reductor.core.train.EngineKind;
import org.reductor.core.train.TrainingSettings;
import org.reductor.dl4j.Dl4jBridge;

class Dl4jExtensionTest {

    /** As in an installation without the bridge, whose classes nobody finds there. */
    private static final class WithoutBridge extends ClassLoader {

        WithoutBridge() {
            super(Dl4jExtensionTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.reductor.dl4j.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.equals(Dl4jExtension.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                final byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        /** Calls a static method of the class that does not find the bridge. */
        static Object call(final String method, final Class<?> type, final Object argument) throws Throwable {
            try {
                return new WithoutBridge().loadClass(Dl4jExtension.class.getName()).getMethod(method, type).invoke(null,
                    argument);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @Test
    void withoutTheExtensionTheMessageNamesIt() {
        assertThatThrownBy(() -> WithoutBridge.call("bridge", String.class, "Writing DL4J files"))
            .isInstanceOf(KNIMEException.class)
            .hasMessageStartingWith("Writing DL4J files needs the extension 'Reductor: DL4J and Keras'")
            .hasMessageContaining("Install it");
    }

    @Test
    void withoutTheExtensionOnlyTheOwnEngineTrains() throws Throwable {
        final TrainingSettings own = TrainingSettings.defaults();
        assertThat(WithoutBridge.call("engine", TrainingSettings.class, own)).isSameAs(Engine.reductor());
        assertThatThrownBy(
            () -> WithoutBridge.call("engine", TrainingSettings.class, own.withEngine(EngineKind.DL4J)))
                .isInstanceOf(KNIMEException.class).hasMessageStartingWith("Training with DL4J needs the extension");
    }

    @Test
    void withoutTheExtensionNodesThatNeedItRefuseBeforeTheyRun() throws Throwable {
        final TrainingSettings own = TrainingSettings.defaults();
        assertThatThrownBy(() -> WithoutBridge.call("require", String.class, "Writing DL4J files"))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessageStartingWith("Writing DL4J files needs the extension 'Reductor: DL4J and Keras'");
        assertThatThrownBy(
            () -> WithoutBridge.call("requireEngine", TrainingSettings.class, own.withEngine(EngineKind.DL4J)))
                .isInstanceOf(InvalidSettingsException.class).hasMessageStartingWith("Training with DL4J needs");
        assertThat(WithoutBridge.call("requireEngine", TrainingSettings.class, own)).isNull();
    }

    @Test
    void withTheExtensionTheBridgeAndItsEngineAreFound() throws Exception {
        assertThat(Dl4jExtension.bridge("Nothing")).isInstanceOf(Dl4jBridge.class);
        assertThat(Dl4jExtension.engine(TrainingSettings.defaults().withEngine(EngineKind.DL4J)).kind())
            .isEqualTo(EngineKind.DL4J);
    }
}
