/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.core.data.container;

import java.io.Closeable;

import org.knime.core.data.RowIterator;

/** A row iterator that can be closed early. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    @Override
    public abstract void close();
}
