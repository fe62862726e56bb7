/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.rdkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.RDKit.RWMol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdkitNativesTest {

    @Test
    void loadedLibraryReadsAMolecule() {
        RdkitNatives.load();
        RdkitNatives.load();
        final RWMol ethanol = RWMol.MolFromSmiles("CCO");
        try {
            assertThat(ethanol.getNumAtoms()).isEqualTo(3);
        } finally {
            ethanol.delete();
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux,amd64,LINUX", "Windows 11,amd64,WINDOWS", "Mac OS X,x86_64,MACOS"})
    void platformsWithALibraryAreKnown(final String os, final String arch, final NativeLibrary expected)
        throws Exception {
        assertThat(NativeLibrary.of(os, arch)).isEqualTo(expected);
        assertThat(expected.read()).hasSizeGreaterThan(10_000_000);
    }

    @Test
    void appleSiliconIsToldToUseKnimesOwnRdkit() {
        assertThatThrownBy(() -> NativeLibrary.of("Mac OS X", "aarch64")).isInstanceOf(RdkitUnavailableException.class)
            .hasMessageContaining("Mac OS X on aarch64").hasMessageContaining("RDKit KNIME integration");
    }

    @ParameterizedTest
    @CsvSource({"Linux,aarch64", "Windows 11,aarch64", "FreeBSD,amd64", "Linux,i386"})
    void otherPlatformsAreNamedInTheError(final String os, final String arch) {
        assertThatThrownBy(() -> NativeLibrary.of(os, arch)).isInstanceOf(RdkitUnavailableException.class)
            .hasMessageContaining(os + " on " + arch);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/c/lib.so: libfreetype.so.6: cannot open shared object file: No such file | apt-get install libfreetype6",
        "/c/libGraphMolWrap.so: libz.so.1: cannot open shared object file: No such file | It needs libz.so.1",
        "/c/libGraphMolWrap.so: failed to map segment from shared object | -Dreductor.rdkit.folder=FOLDER",
        "GraphMolWrap.dll: Can't find dependent libraries | Visual C++ Redistributable",
        "something else | The system says: something else."})
    void linkErrorsAreExplained(final String systemText, final String expected) {
        final UnsatisfiedLinkError error = new UnsatisfiedLinkError(systemText);
        assertThat(LinkFailure.explain(error, Path.of("/c/libGraphMolWrap.so"))).hasMessageContaining(expected)
            .hasCause(error);
    }
}
