/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.knime.chem.types.SdfValue;
import org.knime.chem.types.SmilesValue;
import org.knime.core.data.AdapterValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.StringValue;

/** A cell that is no molecule itself and has adapters that are, as cells of CDK, RDKit and others have. */
public class AdaptedMolecule extends DataCell implements AdapterValue {

    private static final long serialVersionUID = 1;

    private final transient Map<Class<? extends DataValue>, DataCell> adapters = new LinkedHashMap<>();

    /** @return a cell whose adapter gives SMILES */
    public static AdaptedMolecule smiles(final String smiles) {
        return new AdaptedMolecule().with(SmilesValue.class, new Form(smiles));
    }

    /** @return a cell of the same type, whose adapter could not be made */
    public static AdaptedMolecule failed(final String reason) {
        return new AdaptedMolecule().with(SmilesValue.class, new MissingCell(reason));
    }

    /** @return this with an adapter more */
    public AdaptedMolecule with(final Class<? extends DataValue> value, final DataCell cell) {
        adapters.put(value, cell);
        return this;
    }

    /** @return the spec of a column of such cells */
    public DataColumnSpec column(final String name) {
        return new DataColumnSpecCreator(name, getType()).createSpec();
    }

    @Override
    public <V extends DataValue> boolean isAdaptable(final Class<V> valueClass) {
        return valueClass.isInstance(this) || adapters.containsKey(valueClass);
    }

    @Override
    public <V extends DataValue> V getAdapter(final Class<V> valueClass) {
        if (valueClass.isInstance(this)) {
            return valueClass.cast(this);
        }
        final DataCell cell = adapter(valueClass);
        return cell.isMissing() ? null : valueClass.cast(cell);
    }

    @Override
    public <V extends DataValue> MissingValue getAdapterError(final Class<V> valueClass) {
        return adapter(valueClass) instanceof MissingValue missing ? missing : null;
    }

    private DataCell adapter(final Class<?> valueClass) {
        final DataCell cell = adapters.get(valueClass);
        if (cell == null) {
            throw new IllegalArgumentException("No adapter for " + valueClass);
        }
        return cell;
    }

    @Override
    public Map<Class<? extends DataValue>, DataCell> getAdapterMap() {
        return Collections.unmodifiableMap(adapters);
    }

    @Override
    public String toString() {
        return "Adapter for " + adapters.keySet();
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return adapters.equals(((AdaptedMolecule)other).adapters);
    }

    @Override
    public int hashCode() {
        return adapters.hashCode();
    }

    /** One that is also text, but not a molecule that could be read. */
    public static final class WithText extends AdaptedMolecule implements StringValue {

        private static final long serialVersionUID = 1;

        @Override
        public String getStringValue() {
            return "InChI=1S/CH4/h1H4";
        }
    }

    /** One that is SDF, which it has an adapter for, as cells of RDKit do. */
    public static final class WithSdf extends AdaptedMolecule implements SdfValue {

        private static final long serialVersionUID = 1;

        @Override
        public String getSdfValue() {
            return ((SdfValue)(DataValue)getAdapterMap().get(SdfValue.class)).getSdfValue();
        }
    }

    /** What an adapter gives. */
    public static final class Form extends DataCell implements SmilesValue, SdfValue {

        private static final long serialVersionUID = 1;

        private final String text;

        /** @param text in the form that the adapter is for; {@code null} for a cell that throws */
        public Form(final String text) {
            this.text = text;
        }

        @Override
        public String getSmilesValue() {
            if (text == null) {
                throw new IllegalStateException("native code says no");
            }
            return text;
        }

        @Override
        public String getSdfValue() {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }

        @Override
        protected boolean equalsDataCell(final DataCell other) {
            return Objects.equals(text, ((Form)other).text);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(text);
        }
    }
}
