/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.core.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Copies, writes and reads settings records by their components. Components may be numbers, truth values, texts, arrays
 * of whole numbers, enum constants, further settings records (whose components are stored beside the others), and types
 * with a registry: those have a method {@code id()} and a static {@code of(String)}.
 */
public final class Settings {

    private Settings() {
    }

    /**
     * @param settings a settings record
     * @param component name of one of its components
     * @param value another value for it
     * @return a copy with that value
     * @param <R> type of the record
     */
    public static <R extends Record> R with(final R settings, final String component, final Object value) {
        final RecordComponent[] components = settings.getClass().getRecordComponents();
        final Object[] values = new Object[components.length];
        boolean found = false;
        for (int i = 0; i < components.length; i++) {
            final boolean here = components[i].getName().equals(component);
            found |= here;
            values[i] = here ? value : value(settings, components[i]);
        }
        if (!found) {
            throw new IllegalArgumentException(
                settings.getClass().getSimpleName() + " has no setting '" + component + "'.");
        }
        return create(type(settings), values);
    }

    /**
     * @param settings a settings record
     * @return the text of each stored value, by name; empty texts are left out
     */
    public static SortedMap<String, String> toTexts(final Record settings) {
        final SortedMap<String, String> texts = new TreeMap<>();
        for (final RecordComponent component : settings.getClass().getRecordComponents()) {
            final Object value = value(settings, component);
            final String name = name(component);
            if (value instanceof Record nested) {
                texts.putAll(toTexts(nested));
            } else if (!name.equals(StoredAs.NOWHERE) && !"".equals(value) && texts.put(name, text(value)) != null) {
                throw new IllegalStateException("Two settings are stored as '" + name + "'");
            }
        }
        return texts;
    }

    /**
     * Reads what {@link #toTexts} wrote.
     *
     * @param texts the text of each value, by name; further ones are passed over
     * @param type type of the record
     * @return the settings; a text that is not stored is empty, another value what {@link StoredAs#absent} says
     * @throws IllegalArgumentException if a value is missing or cannot be, naming it
     * @param <R> type of the record
     */
    public static <R extends Record> R fromTexts(final Map<String, String> texts, final Class<R> type) {
        final RecordComponent[] components = type.getRecordComponents();
        final Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            final Class<?> of = components[i].getType();
            final String name = name(components[i]);
            if (of.isRecord()) {
                values[i] = fromTexts(texts, of.asSubclass(Record.class));
            } else {
                values[i] = parse(name, name.equals(StoredAs.NOWHERE) ? "0" : text(texts, name, components[i]), of);
            }
        }
        return create(type, values);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> Class<R> type(final R settings) {
        return (Class<R>)settings.getClass();
    }

    private static String name(final RecordComponent component) {
        final StoredAs stored = component.getAnnotation(StoredAs.class);
        return stored == null ? component.getName() : stored.value();
    }

    private static String text(final Map<String, String> texts, final String name, final RecordComponent component) {
        final StoredAs stored = component.getAnnotation(StoredAs.class);
        return texts.getOrDefault(name, stored == null || stored.absent().isEmpty() ? null : stored.absent());
    }

    private static Object value(final Record settings, final RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("The setting '" + component.getName() + "' cannot be read", e);
        }
    }

    private static <R extends Record> R create(final Class<R> type, final Object[] values) {
        final Class<?>[] types =
            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (final InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("Settings cannot be made", e.getCause());
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(type.getSimpleName() + " must be a public record of settings", e);
        }
    }

    private static String text(final Object value) {
        if (value instanceof int[] numbers) {
            return Arrays.toString(numbers);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value.toString();
        }
        return (String)registry(value.getClass(), value, "id");
    }

    private static Object parse(final String name, final String text, final Class<?> type) {
        if (type == String.class) {
            return text == null ? "" : text;
        }
        if (text == null) {
            throw new IllegalArgumentException("The setting '" + name + "' is missing.");
        }
        try {
            if (type == int.class) {
                return Integer.valueOf(text);
            }
            if (type == long.class) {
                return Long.valueOf(text);
            }
            if (type == double.class) {
                return Double.valueOf(text);
            }
            if (type == boolean.class) {
                return Boolean.valueOf(text);
            }
            if (type == int[].class) {
                return Arrays.stream(text.replaceAll("[\\[\\] ]", "").split(",")).mapToInt(Integer::parseInt).toArray();
            }
            if (type.isEnum()) {
                return Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>)c).name().equals(text)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                        "This version knows " + Arrays.toString(type.getEnumConstants()) + "."));
            }
        } catch (final IllegalArgumentException e) {
            throw new IllegalArgumentException(
                "The setting '" + name + "' cannot be '" + text + "'. " + e.getMessage(), e);
        }
        return registry(type, null, "of", text);
    }

    /** Calls a method of a type that has a registry. */
    private static Object registry(final Class<?> type, final Object instance, final String method,
        final String... texts) {
        try {
            final Class<?>[] types = new Class<?>[texts.length];
            Arrays.fill(types, String.class);
            return publicType(type).getMethod(method, types).invoke(instance, (Object[])texts);
        } catch (final InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("A setting cannot be read", e.getCause());
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs an id() and a static of(String)", e);
        }
    }

    /** The interface that a registered type implements: its classes need not be public. */
    private static Class<?> publicType(final Class<?> type) {
        Class<?> c = type;
        while (c != null && !c.isInterface()) {
            if (c.getInterfaces().length > 0) {
                return c.getInterfaces()[0];
            }
            c = c.getSuperclass();
        }
        return type;
    }
}
