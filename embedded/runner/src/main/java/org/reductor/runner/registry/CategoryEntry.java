/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
package org.reductor.runner.registry;

/**
 * A category of the node repository.
 *
 * @param path the parent path and the level id, such as `/community/reductor`
 * @param name the name that users see
 * @param description a sentence, possibly empty
 */
public record CategoryEntry(String path, String name, String description) {
}
