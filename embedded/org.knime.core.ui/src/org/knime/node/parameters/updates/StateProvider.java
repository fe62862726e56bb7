/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.node.parameters.NodeParametersInput;

/** Computes something of a dialog from its values. */
public interface StateProvider<S> {

    /** What the provider can be computed from and when. */
    interface StateProviderInitializer {

        /** The value now; the state is computed again when it changes. */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        void computeBeforeOpenDialog();
    }

    void init(StateProviderInitializer initializer);

    S computeState(NodeParametersInput parametersInput);
}
