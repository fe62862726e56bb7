/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What a file is that cannot be CSV in the stated encoding, told by its first bytes, which are given as Latin-1. */
record FileKind(Pattern start, String what) {

    private static final int LOOKED_AT = 1024;

    private static final List<FileKind> KINDS = List.of( //
        of("PK\3\4", "a zip archive, as .xlsx workbooks are. Save the sheet as CSV and read that."), //
        of("\u00D0\u00CF\u0011\u00E0", "an old Excel workbook. Save the sheet as CSV and read that."), //
        of("\u001F\u008B", "compressed with gzip. Unpack it."), //
        of("\u00FF\u00FE|([^\0]\0){2}", "UTF-16LE. Choose that in 'encoding/charset', or save it as UTF-8."), //
        of("\u00FE\u00FF|(\0[^\0]){2}", "UTF-16BE. Choose that in 'encoding/charset', or save it as UTF-8."), //
        of("(\u00EF\u00BB\u00BF)?\\s*<(!doctype|html|head|body|table|\\?xml)",
            "a web page or XML, perhaps an error page of a server. Save the table itself as CSV and read that."), //
        of("[^\0]*\0", "no text: it has zero bytes. Choose a CSV file."));

    private static FileKind of(final String start, final String what) {
        return new FileKind(Pattern.compile(start, Pattern.CASE_INSENSITIVE), what);
    }

    /** @throws IOException if the stream, which is left at its start, is of another kind; says of which */
    static void check(final InputStream in, final Charset charset) throws IOException {
        in.mark(LOOKED_AT);
        final String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
        in.reset();
        for (final FileKind kind : KINDS) {
            if (!charset.name().startsWith("UTF-16") && kind.start.matcher(start).lookingAt()) {
                throw new IOException("it is " + kind.what);
            }
        }
    }
}
