/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** A number. */
public interface DoubleValue extends DataValue {

    double getDoubleValue();
}
