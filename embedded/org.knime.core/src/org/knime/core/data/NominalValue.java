/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** A value from a set of names. */
public interface NominalValue extends DataValue {
}
