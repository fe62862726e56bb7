/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.chem;

/** Which molecules are worked on in a process of their own, where they may crash or hang without harm to others. */
public enum Isolation {

    /** Those that need native code which has been seen to crash or hang. */
    WHERE_NEEDED,

    /** All: costs more, and is for those who know that one of some molecules has ended a process. */
    ALWAYS;

    /**
     * @param work what is to be done
     * @return whether any molecule needs a process of its own
     */
    boolean applies(final MoleculeWork work) {
        return this == ALWAYS || work.needsOwnProcess();
    }

    /**
     * @param work what is to be done
     * @param text with a molecule; {@code null} when missing
     * @return whether it needs a process of its own
     */
    boolean applies(final MoleculeWork work, final String text) {
        return this == ALWAYS ? text != null : work.needsOwnProcess(text);
    }
}
