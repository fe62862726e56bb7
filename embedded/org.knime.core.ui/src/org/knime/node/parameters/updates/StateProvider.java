/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.updates;

import java.util.function.Supplier;

import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/** Computes a part of the dialog from other parts. */
public interface StateProvider<S> {

    /** Says what the state depends on. */
    interface StateProviderInitializer {

        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> ref);

        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> ref);

        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> id);

        void computeBeforeOpenDialog();

        void computeAfterOpenDialog();
    }

    void init(StateProviderInitializer initializer);

    S computeState(NodeParametersInput parametersInput) throws StateComputationFailureException;
}
