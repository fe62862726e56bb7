/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** True or false. */
public interface BooleanValue extends DataValue {

    boolean getBooleanValue();
}
