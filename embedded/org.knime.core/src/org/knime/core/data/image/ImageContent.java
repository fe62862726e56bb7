/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.image;

import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;

/** What an image shows, in a port or in a cell. */
public interface ImageContent {

    DataCell toImageCell();

    void save(OutputStream out) throws IOException;

    String getSummary();
}
