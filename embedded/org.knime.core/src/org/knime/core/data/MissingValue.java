/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** A value that is not there. */
public interface MissingValue extends DataValue {

    /** Why, or null. */
    String getError();
}
