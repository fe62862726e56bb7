/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.nodes.rowfilter;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** What a criterion compares with, stored under a key that has the type of the value: a String, Integer or Double. */
@Persistor(Reference.ReferencePersistor.class)
record Reference(Object value) implements Persistable {

    static final class ReferencePersistor implements NodeParametersPersistor<Reference> {

        @Override
        public Reference load(final NodeSettingsRO settings) throws InvalidSettingsException {
            final String cell = settings.getNodeSettings("typeIdentifier").getString("cell_class");
            return new Reference(switch (String.valueOf(cell)) {
                case "org.knime.core.data.def.StringCell" -> text(settings);
                case "org.knime.core.data.def.IntCell" -> settings.getInt("value");
                case "org.knime.core.data.def.DoubleCell" -> settings.getDouble("value");
                default -> throw new InvalidSettingsException("'cell_class' in 'typeIdentifier' is " + cell
                    + ", which is not supported by the embedded runner. Compare with a number or a text.");
            });
        }

        private static String text(final NodeSettingsRO settings) throws InvalidSettingsException {
            final String matching = settings.getNodeSettings("stringCaseMatching").getString("caseMatching");
            if (!"CASESENSITIVE".equals(matching)) {
                throw new InvalidSettingsException("'caseMatching' is " + matching + ", which is not supported by the "
                    + "embedded runner; it must be CASESENSITIVE.");
            }
            return settings.getString("value");
        }

        @Override
        public void save(final Reference reference, final NodeSettingsWO settings) {
            throw new UnsupportedOperationException("Workflows keep what they have.");
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][]{{"typeIdentifier"}, {"value"}};
        }
    }
}
