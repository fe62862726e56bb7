/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.knime.modelfile;

import org.knime.node.parameters.widget.choices.Label;

/** What to do when there is a file of that name already. */
public enum IfExists {

    /** The node fails. */
    @Label(value = "Fail", description = "The node fails; the file stays as it is.")
    FAIL,

    /** The file is replaced. */
    @Label(value = "Overwrite", description = "The file is replaced once the new one is complete.")
    OVERWRITE
}
