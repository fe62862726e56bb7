/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.node.port;

import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** Reads what a serializer wrote, entry by entry. */
public class PortObjectSpecZipInputStream extends ZipInputStream {

    PortObjectSpecZipInputStream(final InputStream inStream) {
        super(inStream);
    }
}
