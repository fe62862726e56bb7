/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;

/** Offers texts. */
public non-sealed interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {

    List<String> choices(NodeParametersInput context);
}
