/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.persistence.Persist;

/** Settings of a standard node, under KNIME's keys. Those that only matter to its dialog are not listed. */
public interface StandardParameters extends NodeParameters {

    /** Marks a setting that the runner knows in one value only: that of a fresh node. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    @interface Unchanged {
    }

    @Override
    default void validate() throws InvalidSettingsException {
        try {
            final Constructor<?> constructor = getClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            final Object fresh = constructor.newInstance();
            for (final Field field : getClass().getDeclaredFields()) {
                field.setAccessible(true);
                final Object value = field.get(this);
                if (value instanceof StandardParameters group) {
                    group.validate();
                } else if (field.isAnnotationPresent(Unchanged.class) && !Objects.equals(value, field.get(fresh))) {
                    throw new InvalidSettingsException("'" + field.getAnnotation(Persist.class).configKey() + "' is '"
                        + value + "', which is not supported by the embedded runner; it must be '" + field.get(fresh)
                        + "'.");
                }
            }
        } catch (final ReflectiveOperationException ex) {
            throw new IllegalStateException(ex);
        }
    }
}
