/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.knime.node.parameters.persistence;

/** A class whose fields are stored. */
public interface Persistable {
}
