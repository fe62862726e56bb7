/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
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
        if (m_mode != Mode.MANUAL) {
            throw new IllegalStateException("Choosing columns by " + m_mode + " is not supported by the embedded "
                + "runner. Choose them one by one.");
        }
        return column -> m_manualFilter.test(column.getName());
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
}
