/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

import java.util.Map;

/** A cell that can also be read through interfaces that it does not implement. */
public interface AdapterValue extends DataValue {

    <V extends DataValue> boolean isAdaptable(Class<V> valueClass);

    /** Null where {@link #getAdapterError} has the reason why there is none. */
    <V extends DataValue> V getAdapter(Class<V> valueClass);

    <V extends DataValue> MissingValue getAdapterError(Class<V> valueClass);

    Map<Class<? extends DataValue>, DataCell> getAdapterMap();
}
