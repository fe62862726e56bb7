/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** An integer of 32 bits. */
public interface IntValue extends DataValue {

    int getIntValue();
}
