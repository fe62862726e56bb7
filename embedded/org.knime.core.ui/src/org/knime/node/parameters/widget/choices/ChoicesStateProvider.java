/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices;

/** Gives the choices of a control: columns or texts. */
public sealed interface ChoicesStateProvider<S> permits TypedStringChoicesProvider, StringChoicesProvider {
}
