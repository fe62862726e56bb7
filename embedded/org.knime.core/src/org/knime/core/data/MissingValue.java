/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** A cell without a value. */
public interface MissingValue extends DataValue {

    /** Why the value is missing, or null. */
    String getError();
}
