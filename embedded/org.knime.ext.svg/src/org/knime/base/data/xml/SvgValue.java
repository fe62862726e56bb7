/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.base.data.xml;

import org.knime.core.data.DataValue;

/** A drawing. */
interface SvgValue extends DataValue {
}
