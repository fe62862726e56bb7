/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.vector.doublevector;

import org.knime.core.data.DataValue;

/** A row of numbers, counted from 0. */
public interface DoubleVectorValue extends DataValue {

    int getLength();

    double getValue(int index);
}
