/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;

class PortSerializationTest {

    record NoteSpec(String author) implements PortObjectSpec {

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }
    }

    record Note(String text, NoteSpec spec) implements PortObject {

        @Override
        public String getSummary() {
            return text;
        }

        @Override
        public NoteSpec getSpec() {
            return spec;
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }
    }

    public static final class NoteSerializer extends PortObject.PortObjectSerializer<Note> {

        @Override
        public void savePortObject(final Note note, final PortObjectZipOutputStream out, final ExecutionMonitor exec)
            throws IOException {
            out.putNextEntry(new ZipEntry("note.txt"));
            out.write(note.text().getBytes(UTF_8));
            out.closeEntry();
        }

        @Override
        public Note loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException {
            in.getNextEntry();
            return new Note(new String(in.readAllBytes(), UTF_8), (NoteSpec)spec);
        }
    }

    @Test
    void aPortObjectSurvivesItsSerializer() throws Exception {
        final var note = new Note("pruned", new NoteSpec("me"));
        final var bytes = new ByteArrayOutputStream();
        try (var out = PortUtil.getPortObjectZipOutputStream(bytes)) {
            new NoteSerializer().savePortObject(note, out, new ExecutionMonitor());
        }
        try (var in = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(new NoteSerializer().loadPortObject(in, note.spec(), new ExecutionMonitor())).isEqualTo(note);
        }
    }

    @Test
    void typesKnowTheirSpecAndWhatTheyAccept() {
        final PortType type = PortTypeRegistry.getInstance().getPortType(Note.class);
        assertThat(PortType.getPortObjectSpecClass(type.getPortObjectClass())).isEqualTo(NoteSpec.class);
        assertThat(type.acceptsPortObjectSpec(new NoteSpec("me"))).isTrue();
        assertThat(type.acceptsPortObjectSpec(new DataTableSpec())).isFalse();
        assertThat(type).isEqualTo(PortTypeRegistry.getInstance().getPortType(Note.class, true));
        assertThat(PortObject.TYPE.isSuperTypeOf(type)).isTrue();
        assertThat(BufferedDataTable.TYPE.isSuperTypeOf(type)).isFalse();
        assertThat(PortType.getPortObjectSpecClass(BufferedDataTable.class)).isEqualTo(DataTableSpec.class);
    }
}
