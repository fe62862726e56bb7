/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.knime.core.data.AdapterValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.MissingValue;
import org.knime.core.data.StringValue;
import org.reductor.chem.UnusableRowException;

/**
 * A form in which cells give their molecule as text: SMILES and SDF where KNIME's chemistry types are installed, and
 * plain text. A cell gives a form itself, or has an adapter that gives it, as the cells of RDKit, CDK and others do.
 * The molecules of RDKit need no form of their own: all its cells and adapters give SMILES.
 *
 * @param <V> what gives it
 * @param type what gives it
 * @param name what messages call it
 * @param text gives it
 */
record MoleculeForm<V extends DataValue>(Class<V> type, String name, Function<V, String> text) {

    private static final List<MoleculeForm<?>> CHEMICAL = chemical();

    private static final MoleculeForm<StringValue> PLAIN =
        new MoleculeForm<>(StringValue.class, "text", StringValue::getStringValue);

    private static List<MoleculeForm<?>> chemical() {
        try {
            return ChemistryTypes.forms();
        } catch (NoClassDefFoundError e) { // NOSONAR the extension that has them is optional
            return List.of();
        }
    }

    /**
     * @param column type of a column
     * @return the form to read it by, empty when it holds no molecules. What a cell is itself comes before what an
     *         adapter makes of it, and that before its plain text, which may be an InChI
     */
    static Optional<MoleculeForm<?>> of(final DataType column) {
        return Stream.of(CHEMICAL.stream().filter(form -> column.isCompatible(form.type)),
            CHEMICAL.stream().filter(form -> column.isAdaptable(form.type)),
            Stream.of(PLAIN).filter(form -> column.isCompatible(form.type) || column.isAdaptable(form.type)))
            .<MoleculeForm<?>>flatMap(Function.identity()).findFirst();
    }

    /**
     * @param cell of a column with this form, not missing
     * @return its molecule as text
     * @throws UnusableRowException when it has none in this form, with the reason that the cell gives
     */
    String read(final DataCell cell) throws UnusableRowException {
        String reason = null;
        try {
            final V value = type.isInstance(cell) ? type.cast(cell) : ((AdapterValue)cell).getAdapter(type);
            if (value != null) {
                return text.apply(value);
            }
        } catch (RuntimeException e) { // NOSONAR whatever cells of others throw must not cost the other rows
            // RDKit's cells fail to cast the error of a failed conversion: their adapter knows more.
            reason = e instanceof ClassCastException ? null : e.getMessage();
        }
        reason = adapterError(cell).orElse(reason);
        throw new UnusableRowException("The molecule could not be turned into " + name
            + (reason == null || reason.isBlank() ? "." : ": " + reason.strip().replaceFirst("[.]?$", ".")));
    }

    private Optional<String> adapterError(final DataCell cell) {
        try {
            return cell instanceof AdapterValue adapter
                ? Optional.ofNullable(adapter.getAdapterError(type)).map(MissingValue::getError) : Optional.empty();
        } catch (IllegalArgumentException e) { // NOSONAR there is no adapter: the cell itself has failed
            return Optional.empty();
        }
    }
}
