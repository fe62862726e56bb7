/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.knime.chem.types.SdfValue;
import org.knime.chem.types.SmilesValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.reductor.chem.UnusableRowException;
import org.reductor.knime.AdaptedMolecule;
import org.reductor.knime.AdaptedMolecule.Form;

class MoleculeFormTest {

    private static String read(final DataCell cell) throws UnusableRowException {
        return MoleculeForm.of(cell.getType()).orElseThrow().read(cell);
    }

    @Test
    void textAndChemistryTypesAndAdaptersAreMoleculesAndNumbersAreNot() throws Exception {
        assertThat(read(new StringCell("CCO"))).isEqualTo("CCO");
        assertThat(read(new Form("CCN"))).isEqualTo("CCN");
        assertThat(read(AdaptedMolecule.smiles("CCC"))).isEqualTo("CCC");
        assertThat(read(new AdaptedMolecule().with(SdfValue.class, new Form("sdf")))).isEqualTo("sdf");
        assertThat(MoleculeForm.of(DoubleCell.TYPE)).isEmpty();
        assertThat(MoleculeForm.of(new AdaptedMolecule().getType())).isEmpty();
    }

    @Test
    void whatACellIsComesBeforeItsAdaptersAndTheseBeforeItsText() throws Exception {
        final AdaptedMolecule sdf = new AdaptedMolecule.WithSdf().with(SmilesValue.class, new Form("C"))
            .with(SdfValue.class, new Form("its own"));
        assertThat(read(sdf)).isEqualTo("its own");
        assertThat(read(new AdaptedMolecule.WithText().with(SmilesValue.class, new Form("C")))).isEqualTo("C");
        assertThat(read(new AdaptedMolecule.WithText())).startsWith("InChI");
    }

    @Test
    void aCellWithoutItsFormTellsTheReasonAsFarAsItIsKnown() {
        assertThatThrownBy(() -> read(AdaptedMolecule.failed("Can't kekulize mol")))
            .isInstanceOf(UnusableRowException.class)
            .hasMessage("The molecule could not be turned into SMILES: Can't kekulize mol.");
        assertThatThrownBy(() -> read(AdaptedMolecule.failed(null))).isInstanceOf(UnusableRowException.class)
            .hasMessage("The molecule could not be turned into SMILES.");
        assertThatThrownBy(() -> read(AdaptedMolecule.smiles(null))).isInstanceOf(UnusableRowException.class)
            .hasMessage("The molecule could not be turned into SMILES: native code says no.");
        assertThatThrownBy(
            () -> read(new AdaptedMolecule.WithSdf().with(SdfValue.class, new MissingCell("no conformer."))))
                .isInstanceOf(UnusableRowException.class)
                .hasMessage("The molecule could not be turned into a molblock: no conformer.");
    }

    /** Hides KNIME's chemistry types, as where that extension is not installed. */
    private static final class WithoutChemistryTypes extends ClassLoader {

        WithoutChemistryTypes() {
            super(MoleculeFormTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.knime.chem.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.reductor.knime.column.")) {
                return super.loadClass(name, resolve);
            }
            final Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                final byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void withoutKnimesChemistryTypesTextIsStillRead() throws Exception {
        final Class<?> forms = new WithoutChemistryTypes().loadClass(MoleculeForm.class.getName());
        final var of = forms.getDeclaredMethod("of", DataType.class);
        of.setAccessible(true);
        final var read = forms.getDeclaredMethod("read", DataCell.class);
        read.setAccessible(true);

        final Object form = ((Optional<?>)of.invoke(null, StringCell.TYPE)).orElseThrow();
        assertThat(form.getClass().getClassLoader()).isInstanceOf(WithoutChemistryTypes.class);
        assertThat(read.invoke(form, new StringCell("CCO"))).isEqualTo("CCO");
        assertThat((Optional<?>)of.invoke(null, AdaptedMolecule.smiles("C").getType())).isEmpty();
    }
}
