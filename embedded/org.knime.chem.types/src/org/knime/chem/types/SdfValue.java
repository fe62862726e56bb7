/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.chem.types;

import org.knime.core.data.DataValue;

/** A molecule as a record of an SDF file. */
public interface SdfValue extends DataValue {
    String getSdfValue();
}
