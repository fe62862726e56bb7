/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node;

import java.util.function.Consumer;

import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Takes what a node gives. */
record NodeOutput(PortObjectSpec[] specs, PortObject[] objects, Consumer<PortObject[]> internal,
    Consumer<String> warning) implements DefaultModel.ConfigureOutput, DefaultModel.ExecuteOutput {

    @Override
    public void setWarningMessage(final String message) {
        warning.accept(message);
    }

    @Override
    public <S extends PortObjectSpec> void setOutSpec(final int index, final S spec) {
        specs[index] = spec;
    }

    @Override
    @SafeVarargs
    public final <S extends PortObjectSpec> void setOutSpecs(final S... specs) {
        System.arraycopy(specs, 0, this.specs, 0, specs.length);
    }

    @Override
    public <D extends PortObject> void setOutData(final int index, final D data) {
        objects[index] = data;
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setOutData(final D... data) {
        System.arraycopy(data, 0, objects, 0, data.length);
    }

    @Override
    @SafeVarargs
    public final <D extends PortObject> void setInternalData(final D... data) {
        internal.accept(data.clone());
    }
}
