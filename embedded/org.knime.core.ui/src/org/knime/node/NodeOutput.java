/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.function.Consumer;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Takes what a node gives. */
class NodeOutput {

    private final Consumer<String> warning;

    NodeOutput(final Consumer<String> warning) {
        this.warning = warning;
    }

    public void setWarningMessage(final String message) {
        if (message != null) {
            warning.accept(message);
        }
    }

    static final class Configure extends NodeOutput implements DefaultModel.ConfigureOutput {

        private final PortObjectSpec[] out;

        Configure(final PortObjectSpec[] out, final Consumer<String> warning) {
            super(warning);
            this.out = out;
        }

        @Override
        public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
            out[index] = spec;
        }

        @Override
        @SafeVarargs
        public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
            System.arraycopy(specs, 0, out, 0, specs.length);
        }
    }

    static final class Execute extends NodeOutput implements DefaultModel.ExecuteOutput {

        private final PortObject[] out;

        private final Consumer<PortObject[]> internal;

        Execute(final PortObject[] out, final Consumer<PortObject[]> internal, final Consumer<String> warning) {
            super(warning);
            this.out = out;
            this.internal = internal;
        }

        @Override
        public <D extends PortObject> void setOutData(final int index, final D data) {
            out[index] = data;
        }

        @Override
        @SafeVarargs
        public final <D extends PortObject> void setOutData(final D... data) {
            System.arraycopy(data, 0, out, 0, data.length);
        }

        @Override
        @SafeVarargs
        public final <D extends PortObject> void setInternalData(final D... data) {
            internal.accept(data.clone());
        }
    }
}
