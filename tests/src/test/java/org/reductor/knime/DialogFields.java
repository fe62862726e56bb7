/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;

/** Which fields a dialog shows, by the values of its parameters and by what is connected. */
public final class DialogFields {

    private final NodeParameters parameters;

    private final Map<Integer, PortObjectSpec> connected;

    /**
     * @param parameters the values
     * @param connected what is at the ports, by their index
     */
    public DialogFields(final NodeParameters parameters, final Map<Integer, PortObjectSpec> connected) {
        this.parameters = parameters;
        this.connected = connected;
    }

    /** @return all fields, those of a superclass first */
    public List<Field> all() {
        return Stream.<Class<?>> iterate(parameters.getClass(), type -> type != Object.class, Class::getSuperclass)
            .map(type -> Arrays.stream(type.getDeclaredFields()).filter(f -> f.isAnnotationPresent(Widget.class))
                .peek(field -> field.setAccessible(true)).toList())
            .reduce(List.of(), (below, above) -> Stream.concat(above.stream(), below.stream()).toList());
    }

    /** @return the fields that are shown, on demand or always, by their names without the prefix */
    public List<String> shown() {
        return shownFields().map(DialogFields::name).toList();
    }

    /** @return the fields that are shown without asking for the advanced ones */
    public List<String> open() {
        return shownFields().filter(field -> !field.isAnnotationPresent(Advanced.class)
            && section(field).filter(s -> s.isAnnotationPresent(Advanced.class)).isEmpty()).map(DialogFields::name)
            .toList();
    }

    private Stream<Field> shownFields() {
        return all().stream().filter(field -> holds(field.getAnnotation(Effect.class))
            && section(field).map(s -> s.getAnnotation(Effect.class)).map(this::holds).orElse(true));
    }

    private static Optional<Class<?>> section(final Field field) {
        return Optional.ofNullable(field.getAnnotation(Layout.class)).map(Layout::value);
    }

    private static String name(final Field field) {
        return field.getName().substring(2);
    }

    private boolean holds(final Effect effect) {
        if (effect == null) {
            return true;
        }
        assertThat(effect.type()).isEqualTo(Effect.EffectType.SHOW);
        return ((Answer)new Values().getPredicate(effect.predicate())).holds;
    }

    /** Conditions on the values of the dialog. */
    private final class Values implements PredicateInitializer {

        @Override
        public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
            return new EnumReference<>() {
                @SafeVarargs
                @Override
                public final EffectPredicate isOneOf(final E... values) {
                    return new Answer(Arrays.asList(values).contains(value(reference)));
                }
            };
        }

        @Override
        public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
            return () -> new Answer((Boolean)value(reference));
        }

        @Override
        public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
            return field(reference).isEmpty();
        }

        @Override
        public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
            return new Answer(predicate.test(new Inputs()));
        }

        @Override
        public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> provider) {
            try {
                final Constructor<? extends EffectPredicateProvider> constructor = provider.getDeclaredConstructor();
                constructor.setAccessible(true);
                return constructor.newInstance().init(this);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        private Optional<Field> field(final Class<?> reference) {
            return all().stream().filter(f -> f.isAnnotationPresent(ValueReference.class)
                && f.getAnnotation(ValueReference.class).value() == reference).findFirst();
        }

        private Object value(final Class<?> reference) {
            try {
                return field(reference).orElseThrow().get(parameters);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final class Inputs implements NodeParametersInput {

        @Override
        public Optional<PortObjectSpec> getInPortSpec(final int portIndex) {
            return Optional.ofNullable(connected.get(portIndex));
        }

        @Override
        public Optional<DataTableSpec> getInTableSpec(final int portIndex) {
            return getInPortSpec(portIndex).map(DataTableSpec.class::cast);
        }
    }

    private record Answer(boolean holds) implements EffectPredicate {

        @Override
        public EffectPredicate and(final EffectPredicate other) {
            return new Answer(holds && ((Answer)other).holds);
        }

        @Override
        public EffectPredicate or(final EffectPredicate other) {
            return new Answer(holds || ((Answer)other).holds);
        }

        @Override
        public EffectPredicate negate() {
            return new Answer(!holds);
        }
    }
}
