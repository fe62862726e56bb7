/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reductor.core.data.Targets;
import org.reductor.core.data.Task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class QualityTableTest {

    @TempDir
    Path folder;

    @Test
    void textIsMoleculesNumbersAreTargetsAndZerosAndOnesAreClasses() throws IOException {
        final QualityTable table = read("smiles,ligand,pKi,active,cliff,split",
            "CCO,N,6.5,1,0,train", "CC,O,7,,1,test", "C,CN,5,0,0,test");
        assertThat(table.moleculeColumns()).containsExactly("smiles", "ligand");
        assertThat(table.tasks()).containsExactly(Task.number("pKi"), Task.classes("active", List.of("0", "1")));
        assertThat(table.molecules(1)).containsExactly("CC", "O");
        assertThat(table.isCliff(0)).isFalse();
        assertThat(table.isCliff(1)).isTrue();
        final Targets targets = table.targets(new int[]{2, 1});
        assertThat(targets.value(0, 0)).isEqualTo(5);
        assertThat(targets.value(0, 1)).isZero();
        assertThat(targets.present(1, 1)).isFalse();
    }

    @Test
    void columnsCanBeLeftOut() throws IOException {
        final Path file = write("id,smiles,year,y", "a,C,1999,.5");
        final QualityTable table = QualityTable.read(file, Set.of("id", "year"));
        assertThat(table.moleculeColumns()).containsExactly("smiles");
        assertThat(table.tasks()).containsExactly(Task.number("y"));
    }

    @Test
    void rowsWithoutAnyTargetAreTold() throws IOException {
        final QualityTable table = read("smiles,a,b", "C,,", "C,1,");
        assertThat(table.hasTarget(0)).isFalse();
        assertThat(table.hasTarget(1)).isTrue();
    }

    @Test
    void aFileNamesTheRecordThatDoesNotFitTheHeader() {
        assertThatThrownBy(() -> read("smiles,y", "C,1", "C,1,2")).isInstanceOf(IOException.class)
            .hasMessageContaining("Record 3").hasMessageContaining("3 values").hasMessageContaining("2 columns");
    }

    @Test
    void aTableWithoutMoleculesOrTargetsIsRefusedWithItsColumns() {
        assertThatThrownBy(() -> read("x,y", "1,2")).isInstanceOf(IOException.class).hasMessageContaining("[x, y]");
        assertThatThrownBy(() -> read("smiles", "C")).isInstanceOf(IOException.class).hasMessageContaining("[smiles]");
        assertThatThrownBy(() -> read("smiles,y")).isInstanceOf(IOException.class).hasMessageContaining("no rows");
    }

    private QualityTable read(final String... lines) throws IOException {
        return QualityTable.read(write(lines), Set.of());
    }

    private Path write(final String... lines) throws IOException {
        return Files.write(folder.resolve("table.csv"), List.of(lines));
    }
}
