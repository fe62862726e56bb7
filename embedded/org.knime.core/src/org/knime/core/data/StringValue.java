/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** A text. */
public interface StringValue extends DataValue {

    String getStringValue();
}
