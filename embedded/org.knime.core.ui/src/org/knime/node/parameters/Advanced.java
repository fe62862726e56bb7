/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shown only on demand. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {
}
