/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.updates;

/** A class that stands for a field, so that others can depend on it. */
public interface ParameterReference<V> {
}
