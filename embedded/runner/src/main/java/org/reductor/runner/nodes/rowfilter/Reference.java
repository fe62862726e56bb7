/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** What a criterion compares with: a number or a text, stored under a key that has the type of the value. */
@Persistor(Reference.ReferencePersistor.class)
final class Reference implements Persistable {

    private static final String TYPE = "typeIdentifier";

    private static final String CELL_CLASS = "cell_class";

    private static final String VALUE = "value";

    private static final String CASE = "stringCaseMatching";

    private static final String CELLS = "org.knime.core.data.def.";

    final Object value;

    final boolean caseSensitive;

    Reference() {
        this("", true);
    }

    /** @param value a String, Integer, Long or Double */
    Reference(final Object value, final boolean caseSensitive) {
        this.value = value;
        this.caseSensitive = caseSensitive;
    }

    static final class ReferencePersistor implements NodeParametersPersistor<Reference> {

        @Override
        public Reference load(final NodeSettingsRO settings) throws InvalidSettingsException {
            final String cell = settings.getNodeSettings(TYPE).getString(CELL_CLASS);
            return switch (String.valueOf(cell).replace(CELLS, "")) {
                case "StringCell" -> new Reference(settings.getString(VALUE), caseSensitive(settings));
                case "IntCell" -> new Reference(settings.getInt(VALUE), true);
                case "LongCell" -> new Reference(settings.getLong(VALUE), true);
                case "DoubleCell" -> new Reference(settings.getDouble(VALUE), true);
                default -> throw new InvalidSettingsException("'" + CELL_CLASS + "' in '" + TYPE + "' is " + cell
                    + ", which is not supported by the embedded runner. Compare with a number or a text.");
            };
        }

        /** As in KNIME, texts without that setting cannot be compared. */
        private static boolean caseSensitive(final NodeSettingsRO settings) throws InvalidSettingsException {
            return "CASESENSITIVE".equals(settings.getNodeSettings(CASE).getString("caseMatching"));
        }

        @Override
        public void save(final Reference reference, final NodeSettingsWO settings) {
            final NodeSettingsWO type = settings.addNodeSettings(TYPE);
            final Object value = reference.value;
            final String name = value.getClass().getSimpleName();
            type.addString(CELL_CLASS, CELLS + (value instanceof Integer ? "Int" : name) + "Cell");
            type.addBoolean("is_null", false);
            if (value instanceof String text) {
                settings.addNodeSettings(CASE).addString("caseMatching",
                    reference.caseSensitive ? "CASESENSITIVE" : "CASEINSENSITIVE");
                settings.addString(VALUE, text);
            } else if (value instanceof Integer number) {
                settings.addInt(VALUE, number);
            } else if (value instanceof Long number) {
                settings.addLong(VALUE, number);
            } else {
                settings.addDouble(VALUE, (Double)value);
            }
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][]{{TYPE}, {VALUE}};
        }
    }
}
