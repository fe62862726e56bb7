/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.workflow;

import java.nio.file.Path;

/** A workflow that cannot be loaded: exit code 3. The message names the file and, where there is one, the key. */
public final class LoadException extends Exception {

    /** @param message names the file and what is wrong with it */
    public LoadException(final String message) {
        super(message);
    }

    /**
     * @param file the file, as the user knows it
     * @param key path of the setting in the file, such as `nodes/node_1/id`, or null
     * @param problem what is wrong
     */
    public LoadException(final Path file, final String key, final String problem) {
        super(file + (key == null ? "" : ", setting \"" + key + "\"") + ": " + problem);
    }
}
