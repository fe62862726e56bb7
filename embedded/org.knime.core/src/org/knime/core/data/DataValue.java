/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data;

/** What can be read from a cell; each kind of content has its own interface. */
public interface DataValue {
}
