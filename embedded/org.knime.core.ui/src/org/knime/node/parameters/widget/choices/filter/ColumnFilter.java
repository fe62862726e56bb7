/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.persistence.Persistable;

/** Columns that were chosen one by one, or by a pattern of their names, or by their types. */
public final class ColumnFilter implements Persistable {

    /** How columns are chosen. */
    enum Mode { MANUAL, REGEX, WILDCARD, TYPE }

    /** A pattern of names. */
    static final class PatternFilter implements Persistable {

        String m_pattern = "";

        boolean m_isCaseSensitive;

        boolean m_isInverted;

        private boolean test(final String name, final boolean regex) {
            if (regex && m_pattern.isEmpty()) {
                return m_isInverted;
            }
            final String expression = regex ? m_pattern : wildcard(m_pattern);
            return m_isInverted ^ Pattern
                .compile(expression, m_isCaseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(name).matches();
        }

        private static String wildcard(final String pattern) {
            return Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        }
    }

    /** Columns chosen by name. */
    static final class ManualFilter implements Persistable {

        String[] m_manuallySelected = {};

        String[] m_manuallyDeselected = {};

        boolean m_includeUnknownColumns;

        private boolean test(final String name) {
            return m_includeUnknownColumns ? !Arrays.asList(m_manuallyDeselected).contains(name)
                : Arrays.asList(m_manuallySelected).contains(name);
        }
    }

    /** Types, as the names of their preferred value classes. */
    static final class TypeFilter implements Persistable {

        String[] m_selectedTypes = {};
    }

    Mode m_mode = Mode.MANUAL;

    PatternFilter m_patternFilter = new PatternFilter();

    ManualFilter m_manualFilter = new ManualFilter();

    TypeFilter m_typeFilter = new TypeFilter();

    public ColumnFilter() {
    }

    public ColumnFilter(final String[] selected) {
        m_manualFilter.m_manuallySelected = selected.clone();
    }

    /** The names of the chosen columns, in the order of the given ones. */
    public String[] filter(final List<DataColumnSpec> choices) {
        return choices.stream().filter(getFilterPredicate()).map(DataColumnSpec::getName).toArray(String[]::new);
    }

    public Predicate<DataColumnSpec> getFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> column -> m_manualFilter.test(column.getName());
            case REGEX -> column -> m_patternFilter.test(column.getName(), true);
            case WILDCARD -> column -> m_patternFilter.test(column.getName(), false);
            case TYPE -> column -> Arrays.asList(m_typeFilter.m_selectedTypes)
                .contains(column.getType().getPreferredValueClass().getName());
        };
    }

    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /** Names that were chosen one by one, but are not among the given columns. */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        if (m_mode != Mode.MANUAL || m_manualFilter.m_includeUnknownColumns) {
            return new String[0];
        }
        final List<String> names = choices.stream().map(DataColumnSpec::getName).toList();
        return Arrays.stream(m_manualFilter.m_manuallySelected).filter(name -> !names.contains(name))
            .toArray(String[]::new);
    }

    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }
}
