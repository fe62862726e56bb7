/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Puts a field, or all fields of a class, into a section. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {

    Class<?> value();
}
