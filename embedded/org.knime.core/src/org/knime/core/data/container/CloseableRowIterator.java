/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Iterator;

import org.knime.core.data.DataRow;

/** Walks over the rows of a table; can be closed early. */
public abstract class CloseableRowIterator implements Iterator<DataRow>, Closeable {

    @Override
    public abstract boolean hasNext();

    @Override
    public abstract DataRow next();

    @Override
    public abstract void close();
}
