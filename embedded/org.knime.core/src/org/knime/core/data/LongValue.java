/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** An integer of 64 bits. */
public interface LongValue extends DataValue {

    long getLongValue();
}
