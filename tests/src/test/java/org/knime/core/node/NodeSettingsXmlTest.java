/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.junit.jupiter.api.Test;

class NodeSettingsXmlTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig http://www.knime.org/XMLConfig_2008_09.xsd\""
        + " key=\"settings.xml\">\n";

    private static final String SAVED_BY_KNIME = HEAD + """
                <entry key="node_file" type="xstring" value="settings.xml"/>
                <config key="flow_stack"/>
                <config key="model">
                    <entry key="comment_char" type="xstring" value="#"/>
                    <entry key="quote_char" type="xstring" value="&quot;"/>
                    <entry key="row_delimiter" type="xstring" value="%%00010"/>
                    <entry key="limit" type="xlong" value="50"/>
                    <entry key="fraction" type="xdouble" value="0.8"/>
                    <entry key="buffer_size" type="xint" value="1048576"/>
                    <entry key="has_header" type="xboolean" value="true"/>
                    <entry key="delimiter" type="xchar" value=","/>
                    <entry key="ratio" type="xfloat" value="0.5"/>
                    <entry key="tiny" type="xbyte" value="7"/>
                    <entry key="small" type="xshort" value="-3"/>
                    <entry key="secret" type="xpassword" value="abc="/>
                    <entry key="location" type="xstring" isnull="true" value=""/>
                </config>
            </config>
            """;

    private static NodeSettingsRO read(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private static String write(final NodeSettingsRO settings) throws IOException {
        final var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(UTF_8);
    }

    @Test
    void whatKnimeSavedIsWrittenAgainByteForByte() throws Exception {
        assertThat(write(read(SAVED_BY_KNIME))).isEqualTo(SAVED_BY_KNIME);
    }

    @Test
    void readsEveryKindOfEntry() throws Exception {
        final NodeSettingsRO model = read(SAVED_BY_KNIME).getNodeSettings("model");
        assertThat(model.getString("quote_char")).isEqualTo("\"");
        assertThat(model.getString("row_delimiter")).isEqualTo("\n");
        assertThat(model.getLong("limit")).isEqualTo(50);
        assertThat(model.getDouble("fraction")).isEqualTo(0.8);
        assertThat(model.getInt("buffer_size")).isEqualTo(1_048_576);
        assertThat(model.getBoolean("has_header")).isTrue();
        assertThat(model.getString("location")).isNull();
        assertThat(model.getString("location", "other")).isNull();
        assertThat(model.getString("none", "other")).isEqualTo("other");
    }

    @Test
    void textsSurviveWhateverTheyHold() throws Exception {
        final String text = "tab\t line\r\n <a href=\"x\"> & 100 %% %%00010 \u00e4\ufffd \ud83d\ude00";
        final var settings = new NodeSettings("x");
        settings.addString("text", text);
        assertThat(read(write(settings)).getString("text")).isEqualTo(text);
    }

    @Test
    void arraysSurviveEvenEmptyOnesAndNull() throws Exception {
        final var settings = new NodeSettings("x");
        settings.addStringArray("names", "a", null);
        settings.addStringArray("none");
        settings.addStringArray("absent", (String[])null);
        final NodeSettingsRO back = read(write(settings));
        assertThat(back.getStringArray("names")).containsExactly("a", null);
        assertThat(back.getStringArray("none")).isEmpty();
        assertThat(back.getStringArray("absent")).isNull();
    }

    @Test
    void aMissingKeyIsNamedWithItsPath() throws Exception {
        final NodeSettingsRO settings = read(SAVED_BY_KNIME);
        assertThatThrownBy(() -> settings.getNodeSettings("model").getInt("seed"))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("Setting \"model/seed\" is missing; expected an integer (xint).");
        assertThatThrownBy(() -> settings.getNodeSettings("variables"))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("\"variables\" is missing");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() throws Exception {
        final NodeSettingsRO settings = read(SAVED_BY_KNIME);
        assertThatThrownBy(() -> settings.getNodeSettings("model").getInt("limit"))
            .isInstanceOf(InvalidSettingsException.class)
            .hasMessage("Setting \"model/limit\" holds a long integer (xlong \"50\"); expected an integer (xint).");
        assertThatThrownBy(() -> settings.getString("model")).hasMessageContaining("holds a group of settings");
    }

    @Test
    void anArrayThatClaimsTooMuchIsRefused() throws Exception {
        final var settings = new NodeSettings("x");
        settings.addStringArray("a", "1", "2");
        settings.getConfigBase("a").addInt("array-size", Integer.MAX_VALUE);
        assertThatThrownBy(() -> settings.getStringArray("a"))
            .hasMessageContaining("claims 2147483647 values but holds 2");
    }

    @Test
    void copiesAreIndependent() throws Exception {
        final var copy = new NodeSettings("copy");
        final NodeSettingsRO original = read(SAVED_BY_KNIME);
        original.copyTo(copy);
        copy.getNodeSettings("model").addLong("limit", 1);
        assertThat(original.getNodeSettings("model").getLong("limit")).isEqualTo(50);
        assertThatThrownBy(() -> original.getInt("node_file")).hasMessageContaining("\"node_file\"");
    }

    @Test
    void brokenXmlNamesTheLine() {
        assertThatThrownBy(() -> read(HEAD + "<entry key='a'\n</config>")).isInstanceOf(IOException.class)
            .hasMessageContaining("Line 4");
        assertThatThrownBy(() -> read(HEAD + "<entry key='a' type='xint' value='one'/></config>"))
            .hasMessageContaining("\"a\"").hasMessageContaining("\"one\"");
        assertThatThrownBy(() -> read(HEAD + "<entry key='a' type='xint' isnull='true' value=''/></config>"))
            .isInstanceOf(IOException.class).hasMessageContaining("null");
        assertThatThrownBy(() -> read(HEAD + "<entry key='a' type='int' value='1'/></config>"))
            .hasMessageContaining("unknown type \"int\"");
        assertThatThrownBy(() -> read(HEAD + "<entry key='a' type='xint'/></config>")).hasMessageContaining("no value");
        assertThatThrownBy(() -> read(HEAD + "<config/></config>")).hasMessageContaining("no key");
        assertThatThrownBy(() -> read("<html/>")).hasMessageContaining("<html>");
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class).hasMessageContaining("Line 1");
    }

    @Test
    void documentTypesAndSoEntitiesAreRefused() {
        final String xml = "<!DOCTYPE config [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n"
            + "<config key=\"a\"><entry key=\"b\" type=\"xstring\" value=\"&x;\"/></config>";
        assertThatThrownBy(() -> read(xml)).isInstanceOf(IOException.class).hasMessageContaining("DOCTYPE");
    }
}
