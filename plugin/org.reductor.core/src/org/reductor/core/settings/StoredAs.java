/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a component of a settings record is stored, where it is not as a value under its own name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface StoredAs {

    /** The name of a component that is not stored, because no result depends on it. */
    String NOWHERE = "";

    /** @return the name, or {@link #NOWHERE} */
    String value();

    /** @return what it was in versions that had no such setting and so did not store it; empty if all had it */
    String absent() default "";
}
